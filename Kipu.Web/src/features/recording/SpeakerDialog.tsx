import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import { keys } from '@/api/keys'
import { useWords } from '@/i18n/language'
import { colleaguesQuery } from '@/session/colleagues'
import { knownPeopleQuery } from '@/session/knownPeople'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { correctSpeaker } from './api'
import type { Voice } from './model'
import { memberOf, proposed } from './people'
import { refresh } from './refresh'

type Props = { recordingId: string; voice: Voice; voices: Voice[]; onClose: () => void }

/** Who somebody is: a name for all that they say, or another voice that is the same person's. */
export function SpeakerDialog(props: Props) {
  const t = useWords()
  return (
    <Dialog open onOpenChange={props.onClose} title={t.recording.whoIs(props.voice.name)} text={t.recording.whoIsText}>
      <NameForm {...props} />
      {props.voices.length > 1 && (
        <>
          <p className="or">{t.auth.or}</p>
          <MergeForm {...props} />
        </>
      )}
    </Dialog>
  )
}

function NameForm({ recordingId, voice, onClose }: Props) {
  const t = useWords()
  const id = useId()
  const client = useQueryClient()
  const { data: colleagues = [] } = useQuery(colleaguesQuery)
  const { data: people = [] } = useQuery(knownPeopleQuery())
  const schema = z.object({ name: z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(100, t.auth.tooLong)) })
  const form = useFormOf(schema, { name: voice.named ? voice.name : '' })
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.submit(async ({ name }) => {
        await correctSpeaker(recordingId, { speakerId: voice.id, name, userId: memberOf(name, people, colleagues) })
        await Promise.all([refresh(client, recordingId), client.invalidateQueries({ queryKey: keys.knownPeople })])
        toast.success(t.recording.nameSaved)
        onClose()
      })}
    >
      <Field
        label={t.recording.speakerName}
        hint={people.length > 0 ? t.recording.speakerHint : undefined}
        list={id}
        autoComplete="off"
        error={form.error('name')}
        {...form.register('name')}
      />
      <datalist id={id}>
        {proposed(people, colleagues).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Refusal text={form.refusal} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={form.busy}>
          {t.recording.saveName}
        </Button>
        <Button onClick={onClose}>{t.common.cancel}</Button>
      </div>
    </form>
  )
}

function MergeForm({ recordingId, voice, voices, onClose }: Props) {
  const t = useWords()
  const id = useId()
  const client = useQueryClient()
  const schema = z.object({ into: z.string().check(z.minLength(1, t.recording.chooseVoice)) })
  const form = useFormOf(schema, { into: '' })
  const wrong = form.error('into')
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.submit(async ({ into }) => {
        await correctSpeaker(recordingId, { speakerId: voice.id, mergeInto: into })
        await refresh(client, recordingId)
        toast.success(t.recording.merged)
        onClose()
      })}
    >
      <div className="field">
        <label htmlFor={id}>{t.recording.sameAs}</label>
        <select
          id={id}
          className="input"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={`${id}-hint`}
          {...form.register('into')}
        >
          <option value="">{t.recording.chooseVoice}</option>
          {voices
            .filter((one) => one.id !== voice.id)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
        </select>
        <p id={`${id}-hint`} className={wrong ? 'field-error' : 'field-hint'}>
          {wrong ?? t.recording.mergeText}
        </p>
      </div>
      <Refusal text={form.refusal} />
      <Button type="submit" className="justify-self-start" busy={form.busy}>
        {t.recording.merge}
      </Button>
    </form>
  )
}
