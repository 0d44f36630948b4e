import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { type FieldValues, type Path, useForm } from 'react-hook-form'
import type * as z from 'zod/mini'
import { ApiError } from '@/api/problem'
import { useErrorText } from '@/i18n/errorText'

/**
 * A form over a schema. Errors show when one leaves a field, not while one types; what the API refuses per field
 * (its keys are those of the request) is shown at that field, in the API's words of last resort.
 */
export function useFormOf<T extends FieldValues>(schema: z.ZodMiniType<T, T>, defaults: T) {
  const form = useForm<T, unknown, T>({ resolver: standardSchemaResolver(schema), defaultValues: defaults as never, mode: 'onTouched' })
  const text = useErrorText()
  const error = (name: Path<T>) => form.formState.errors[name]?.message as string | undefined
  const submit = (work: (values: T) => Promise<unknown>) =>
    form.handleSubmit(async (values) => {
      try {
        await work(values)
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure
        const fields = Object.entries(failure.fields).filter(([name]) => name in defaults)
        for (const [name, messages] of fields) form.setError(name as Path<T>, { message: messages.join(' ') })
        if (fields.length === 0) form.setError('root', { message: text(failure) })
      }
    })
  return {
    register: form.register,
    reset: () => form.reset(),
    error,
    submit,
    busy: form.formState.isSubmitting,
    refusal: form.formState.errors.root?.message,
  }
}
