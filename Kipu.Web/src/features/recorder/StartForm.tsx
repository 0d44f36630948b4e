import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { dateAndTime } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { STANDARD } from '@/session/templates'
import { TemplateSelect } from '@/ui/AnalysisSelects'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Segmented } from '@/ui/Segmented'
import { microphones } from './capture'
import { start, useRecorder } from './recorder'

/** The microphone is asked for on the click that starts, and not before. */
export function StartForm() {
  const t = useWords()
  const language = useLanguage()
  const { phase } = useRecorder()
  const [title, setTitle] = useState('')
  const [spoken, setSpoken] = useState<'auto' | 'es' | 'en'>('auto')
  const [kind, setKind] = useState(STANDARD)
  const [deviceId, setDeviceId] = useState<string | null>(null)
  const go = () =>
    start({
      title: title.trim() || t.untitled(dateAndTime(language, new Date())),
      language: spoken,
      template: kind === STANDARD ? undefined : kind,
      deviceId,
    })
  return (
    <form
      className="card grid gap-5 p-6"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <div>
        <h2 className="text-[19px] font-[660]">{t.record.now}</h2>
        <p className="text-ink-2">{t.record.nowText}</p>
      </div>
      <Field
        label={t.record.name}
        optional
        maxLength={200}
        placeholder={t.record.namePlaceholder}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="field">
        <span className="text-[14px] font-semibold">{t.record.language}</span>
        <div>
          <Segmented
            label={t.record.language}
            value={spoken}
            options={[
              { value: 'auto', label: t.record.detect },
              { value: 'es', label: t.record.spanish },
              { value: 'en', label: t.record.english },
            ]}
            onChange={setSpoken}
          />
        </div>
      </div>
      <TemplateSelect standard value={kind} onChange={(event) => setKind(event.target.value)} />
      <MicrophonePicker value={deviceId} onChange={setDeviceId} />
      <p className="text-ink-2">{t.record.consent}</p>
      <div>
        <Button type="submit" look="primary" busy={phase === 'starting'}>
          <span className="dot" aria-hidden="true" />
          {phase === 'starting' ? t.record.starting : t.record.start}
        </Button>
      </div>
    </form>
  )
}

function MicrophonePicker({ value, onChange }: { value: string | null; onChange: (deviceId: string | null) => void }) {
  const t = useWords()
  const id = useId()
  const { data } = useQuery({ queryKey: ['microphones'], queryFn: microphones, staleTime: 0, networkMode: 'always' })
  if (!data || data.length < 2) return null
  return (
    <div className="field">
      <label htmlFor={id}>{t.record.microphone}</label>
      <select id={id} className="input" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{t.record.defaultMicrophone}</option>
        {data.map((device) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label}
          </option>
        ))}
      </select>
    </div>
  )
}
