import { useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import type { IdentityProvider } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { CopyLine } from '@/ui/CopyLine'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { providerQuery, saveProvider } from './api'
import { domainsIn } from './domains'

type Props = { provider: IdentityProvider | null; onClose: () => void }

/** The provider's address, Kipu's id and secret there, and the domains whose people sign in there. */
export function ProviderForm({ provider, onClose }: Props) {
  const t = useWords()
  const client = useQueryClient()
  const filled = (max: number) => z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(max, t.auth.tooLong))
  const schema = z.object({
    issuer: filled(300),
    clientId: filled(200),
    // A known secret stays when none is typed.
    clientSecret: provider ? z.string().check(z.trim(), z.maxLength(500, t.auth.tooLong)) : filled(500),
    domains: z.string().check(z.refine((text) => domainsIn(text).length > 0, t.auth.required)),
  })
  const form = useFormOf(schema, {
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    domains: provider?.domains.map(({ domain }) => domain).join(', ') ?? '',
  })
  return (
    <form
      noValidate
      className="card grid gap-4 p-5"
      onSubmit={form.submit(async ({ domains, clientSecret, ...values }) => {
        const saved = await saveProvider({ ...values, clientSecret: clientSecret || null, domains: domainsIn(domains) })
        client.setQueryData(providerQuery.queryKey, saved)
        toast.success(t.organization.saved)
        onClose()
      })}
    >
      <CopyLine
        label={t.organization.redirectUri}
        hint={t.organization.redirectUriHint}
        value={provider?.redirectUri ?? `${location.origin}/api/auth/sso/callback`}
      />
      <Field
        label={t.organization.issuer}
        hint={t.organization.issuerHint}
        type="url"
        autoComplete="off"
        error={form.error('issuer')}
        {...form.register('issuer')}
      />
      <Field label={t.organization.clientId} autoComplete="off" error={form.error('clientId')} {...form.register('clientId')} />
      <Field
        label={t.organization.clientSecret}
        hint={provider ? t.organization.secretKept : undefined}
        type="password"
        autoComplete="off"
        error={form.error('clientSecret')}
        {...form.register('clientSecret')}
      />
      <Field
        label={t.organization.domains}
        hint={t.organization.domainsHint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={form.error('domains')}
        {...form.register('domains')}
      />
      <Refusal text={form.refusal} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={form.busy}>
          {t.organization.save}
        </Button>
        {provider && <Button onClick={onClose}>{t.common.cancel}</Button>}
      </div>
    </form>
  )
}
