import type { RecordingSummary } from '@/api/types'
import { STANDARD } from '@/session/templates'

/** How a recording is to be read; a choice that is the organization's is `STANDARD`. */
export type Choice = { template: string; outputLanguage: string; keepWords: boolean }

/** As the API takes it: what is absent stays as the recording has it. */
export type Wishes = { keepWords: boolean; template?: string; outputLanguage?: string }

type Reading = Pick<RecordingSummary, 'template' | 'outputLanguage'>

/** As it is now. Words that are there are kept unless somebody says otherwise. */
export const choiceOf = ({ template, outputLanguage }: Reading, hasWords: boolean): Choice => ({
  template: template ?? STANDARD,
  outputLanguage: outputLanguage ?? STANDARD,
  keepWords: hasWords,
})

/** Only what was changed: what follows the organization's setting goes on following it. */
export function wishesOf(recording: Reading, choice: Choice): Wishes {
  const known = choiceOf(recording, choice.keepWords)
  const changed = (chosen: string, before: string) => (chosen === before ? undefined : chosen)
  return {
    keepWords: choice.keepWords,
    template: changed(choice.template, known.template),
    outputLanguage: changed(choice.outputLanguage, known.outputLanguage),
  }
}
