import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { bytes, date, duration, money, number } from '@/i18n/format'
import { type Language, useLanguage, useWords } from '@/i18n/language'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Segmented } from '@/ui/Segmented'
import { Skeleton } from '@/ui/Skeleton'
import { usageQuery } from './api'
import { barsOf, MEASURES, type Measure } from './bars'

const HEIGHT = 96

/** What each of the last 30 days used, as bars; the same as a table for who doesn't see them. */
export function UsageByDay() {
  const t = useWords()
  const language = useLanguage()
  const { data, error, refetch } = useQuery(usageQuery)
  const [measure, setMeasure] = useState<Measure>('audioSeconds')
  const show = showOf(language, measure)
  const bars = data ? barsOf(data.days, measure) : []
  const dayOf = (day: string) => date(language, new Date(`${day}T12:00:00`))
  return (
    <section className="grid max-w-[720px] gap-4">
      <h2 className="text-[17px] font-[660]">{t.usage.title}</h2>
      <Segmented
        label={t.usage.measure}
        value={measure}
        options={MEASURES.map((value) => ({ value, label: t.usage.measures[value] }))}
        onChange={setMeasure}
      />
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton rows={1} height={HEIGHT} />}
      {data && (
        <figure className="grid gap-2" data-usage={measure}>
          <svg viewBox={`0 0 ${bars.length * 10} ${HEIGHT}`} preserveAspectRatio="none" width="100%" height={HEIGHT} aria-hidden="true">
            {bars.map((bar, index) => (
              <rect
                key={bar.day}
                x={index * 10 + 1}
                width={8}
                y={HEIGHT - Math.max(1, bar.share * HEIGHT)}
                height={Math.max(1, bar.share * HEIGHT)}
                fill={bar.value > 0 ? 'var(--color-accent)' : 'var(--color-line)'}
              >
                <title>{`${dayOf(bar.day)}: ${show(bar.value)}`}</title>
              </rect>
            ))}
          </svg>
          <figcaption className="flex justify-between text-[13.5px] text-ink-3">
            <span>{dayOf(data.from)}</span>
            <span className="num">{t.usage.total(show(data.total[measure]))}</span>
            <span>{dayOf(data.to)}</span>
          </figcaption>
          <table className="sr-only">
            <caption>{t.usage.measures[measure]}</caption>
            <tbody>
              {bars
                .filter((bar) => bar.value > 0)
                .map((bar) => (
                  <tr key={bar.day}>
                    <th scope="row">{dayOf(bar.day)}</th>
                    <td>{show(bar.value)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </figure>
      )}
    </section>
  )
}

const showOf =
  (language: Language, measure: Measure) =>
  (value: number): string => {
    switch (measure) {
      case 'audioSeconds':
      case 'voiceSeconds':
        return duration(value)
      case 'bytes':
        return bytes(language, value)
      case 'aiCostMicros':
        return money(language, value / 1_000_000)
      default:
        return number(language, value)
    }
  }
