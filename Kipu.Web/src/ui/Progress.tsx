import { clsx } from 'clsx'

export function Progress({ label, value, pulse = false }: { label: string; value: number; pulse?: boolean }) {
  return (
    <span className="bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(value)}>
      <i className={clsx(pulse && 'pulse')} style={{ '--share': `${value}%` }} />
    </span>
  )
}
