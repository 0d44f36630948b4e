import { Link } from '@tanstack/react-router'
import { useWords } from '@/i18n/language'
import { buttonClass } from '@/ui/Button'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'

export function Landing() {
  const t = useWords()
  return (
    <Front>
      <div className="hero">
        <Heading title={t.landing.title}>{t.landing.title}</Heading>
        <p>{t.landing.text}</p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Link to="/crear-cuenta" className={buttonClass('primary')}>
            {t.landing.start}
          </Link>
          <span className="text-ink-3">{t.landing.note}</span>
        </div>
      </div>
      <ul className="mx-auto grid w-full max-w-[1120px] gap-8 px-4 pb-16 sm:grid-cols-3 sm:px-10">
        {t.landing.points.map((point) => (
          <li key={point.title} className="grid content-start gap-1 border-t border-line pt-4">
            <h2 className="text-[17px] font-[660]">{point.title}</h2>
            <p className="text-ink-2">{point.text}</p>
          </li>
        ))}
      </ul>
    </Front>
  )
}
