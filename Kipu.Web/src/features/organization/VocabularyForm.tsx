import { useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import { useWords } from '@/i18n/language'
import { Area } from '@/ui/Area'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Refusal } from '@/ui/Refusal'
import { Skeleton } from '@/ui/Skeleton'
import { useFormOf } from '@/ui/useFormOf'
import { saveVocabulary, vocabularyQuery } from './api'
import { MAX_TERM_LENGTH, MAX_TERMS, termsOf } from './vocabulary'

/** Names and acronyms that transcription should know, one in a line. */
export function VocabularyForm() {
  const t = useWords()
  const { data, error, refetch } = useQuery(vocabularyQuery)
  return (
    <section className="grid max-w-[520px] gap-4">
      <h2 className="text-[17px] font-[660]">{t.vocabulary.title}</h2>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton rows={1} height={180} />}
      {data && <Terms terms={data} />}
    </section>
  )
}

function Terms({ terms }: { terms: string[] }) {
  const t = useWords()
  const client = useQueryClient()
  const schema = z.object({
    text: z.string().check(
      z.refine((text) => termsOf(text).length <= MAX_TERMS, t.vocabulary.tooMany),
      z.refine((text) => termsOf(text).every((term) => term.length <= MAX_TERM_LENGTH), t.vocabulary.tooLong),
    ),
  })
  const form = useFormOf(schema, { text: terms.join('\n') })
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.submit(async ({ text }) => {
        client.setQueryData(vocabularyQuery.queryKey, await saveVocabulary(termsOf(text)))
        toast.success(t.vocabulary.saved)
      })}
    >
      <Area
        label={t.vocabulary.label}
        hint={t.vocabulary.hint}
        rows={6}
        spellCheck={false}
        error={form.error('text')}
        {...form.register('text')}
      />
      <Refusal text={form.refusal} />
      <Button type="submit" className="justify-self-start" busy={form.busy}>
        {t.vocabulary.save}
      </Button>
    </form>
  )
}
