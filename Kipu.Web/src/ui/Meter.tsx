/** How much of a limit is used: calm to 80 %, ochre to 100 %, carmine at the limit; the words beside it say the numbers. */
export function Meter({ label, used, limit, text }: { label: string; used: number; limit: number; text: string }) {
  const share = limit > 0 ? Math.min(1, used / limit) : 0
  return (
    <div
      className="bar"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={limit}
      aria-valuenow={Math.min(used, limit)}
      aria-valuetext={text}
      data-tone={share >= 1 ? 'rec' : share >= 0.8 ? 'warn' : undefined}
    >
      <i style={{ '--share': `${share * 100}%` }} />
    </div>
  )
}
