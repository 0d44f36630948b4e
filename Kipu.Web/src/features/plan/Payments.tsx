import { useInfiniteQuery } from '@tanstack/react-query'
import type { Payment } from '@/api/types'
import { amount, date } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Paged } from '@/ui/Paged'
import { paymentsQuery } from './api'

/** What was paid, newest first, with receipts and what went back of it. */
export function Payments() {
  const t = useWords()
  return (
    <section className="grid gap-4">
      <h2 className="text-[17px] font-[660]">{t.plan.payments}</h2>
      <Paged query={useInfiniteQuery(paymentsQuery)} skeleton={{ rows: 2, height: 56 }} none={t.plan.noPayments}>
        {(payments) => (
          <ul className="card rows">
            {payments.map((payment) => (
              <PaymentRow key={payment.id} payment={payment} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  )
}

function PaymentRow({ payment }: { payment: Payment }) {
  const t = useWords()
  const language = useLanguage()
  const day = date(language, new Date(payment.paidAt))
  const show = (minor: number) => amount(language, minor, payment.currency)
  const notes = [
    payment.refundedMinor > 0 && t.plan.refunded(show(payment.refundedMinor)),
    payment.dispute !== 'none' && t.plan.disputes[payment.dispute],
  ].filter(Boolean)
  return (
    <li data-payment={payment.id}>
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-semibold">{day}</p>
        <p className="text-[13.5px] text-ink-3">{[`${t.plan.kinds[payment.kind]}, ${t.plans[payment.plan]}`, ...notes].join(' · ')}</p>
      </div>
      <span className="num font-semibold">{show(payment.amountMinor)}</span>
      {payment.receiptUrl && (
        <a className="link" href={payment.receiptUrl} target="_blank" rel="noreferrer" aria-label={t.plan.receiptOf(day)}>
          {t.plan.receipt}
        </a>
      )}
    </li>
  )
}
