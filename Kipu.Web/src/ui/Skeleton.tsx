/** Holds the place of what is loading, in its final size; nothing shows for the first 150 ms. */
export function Skeleton({ rows, height }: { rows: number; height: number }) {
  return (
    <div className="grid gap-3" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton h-(--height)" style={{ '--height': `${height}px` }} />
      ))}
    </div>
  )
}
