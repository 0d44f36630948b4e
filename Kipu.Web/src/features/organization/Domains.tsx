import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import type { EmailDomain } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { CopyLine } from '@/ui/CopyLine'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { providerQuery, verifyDomain } from './api'

/** Each domain counts once its DNS has shown that it is the organization's. */
export function Domains({ domains }: { domains: EmailDomain[] }) {
  const t = useWords()
  return (
    <div className="grid gap-2">
      <h3 className="text-[14px] font-semibold">{t.organization.domains}</h3>
      <ul className="card rows">
        {domains.map((domain) => (
          <DomainRow key={domain.domain} domain={domain} />
        ))}
      </ul>
    </div>
  )
}

function DomainRow({ domain: { domain, verified, txtRecord } }: { domain: EmailDomain }) {
  const t = useWords()
  const client = useQueryClient()
  const verify = useMutation({
    mutationFn: () => verifyDomain(domain),
    onSuccess: async () => {
      toast.success(t.organization.domainVerified)
      await client.invalidateQueries({ queryKey: providerQuery.queryKey })
    },
  })
  return (
    <li data-domain={domain}>
      <p className="min-w-0 flex-1 basis-40 font-semibold break-all">{domain}</p>
      <span className="tag" data-tone={verified ? undefined : 'warn'}>
        {verified ? t.organization.verified : t.organization.unverified}
      </span>
      {!verified && (
        <div className="grid basis-full gap-3 pt-2">
          <CopyLine label={t.organization.txtRecord} hint={t.organization.txtHint} value={txtRecord} />
          {verify.error && <ErrorPanel error={verify.error} />}
          <Button
            className="justify-self-start"
            busy={verify.isPending}
            aria-label={t.organization.verifyWhich(domain)}
            onClick={() => verify.mutate()}
          >
            {t.organization.verify}
          </Button>
        </div>
      )}
    </li>
  )
}
