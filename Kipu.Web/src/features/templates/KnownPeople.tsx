import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { KnownPerson } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { date } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { knownPeopleQuery, MOST_PEOPLE } from '@/session/knownPeople'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Field } from '@/ui/Field'
import { Skeleton } from '@/ui/Skeleton'
import { forget } from './api'

/** The names that are proposed when a voice is named. */
export function KnownPeople({ mayEdit }: { mayEdit: boolean }) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const { data, error, refetch } = useQuery({ ...knownPeopleQuery(words), placeholderData: keepPreviousData })
  return (
    <section className="grid gap-4">
      <div className="grid gap-2">
        <h2 className="text-[17px] font-[660]">{t.templates.people}</h2>
        <p className="text-ink-2">{t.templates.peopleText}</p>
      </div>
      {(typed || data?.length === MOST_PEOPLE) && (
        <Field
          label={t.templates.findPerson}
          type="search"
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton rows={1} height={72} />}
      {data?.length === 0 && <p className="text-ink-3">{words ? t.templates.noSuchPerson(words) : t.templates.noPeople}</p>}
      {data && data.length > 0 && (
        <ul className="card rows">
          {data.map((person) => (
            <Person key={person.name} person={person} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Person({ person: { name, namedAt }, mayEdit }: { person: KnownPerson; mayEdit: boolean }) {
  const t = useWords()
  const text = useErrorText()
  const language = useLanguage()
  const client = useQueryClient()
  const forgetting = useMutation({
    mutationFn: () => forget(name),
    onSuccess: () => {
      toast.success(t.templates.forgotten(name))
      return client.invalidateQueries({ queryKey: keys.knownPeople })
    },
    onError: (failure) => toast.error(text(failure)),
  })
  return (
    <li data-person={name}>
      <p className="min-w-0 flex-1 basis-40 font-semibold wrap-anywhere">{name}</p>
      <p className="text-[13.5px] text-ink-3">{t.templates.namedOn(date(language, new Date(namedAt)))}</p>
      {mayEdit && (
        <Button look="quiet" busy={forgetting.isPending} aria-label={t.templates.forgetWho(name)} onClick={() => forgetting.mutate()}>
          {t.templates.forget}
        </Button>
      )}
    </li>
  )
}
