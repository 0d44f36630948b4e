/** Why a form was refused as a whole; read out when it appears. */
export function Refusal({ text }: { text: string | undefined }) {
  return (
    <div role="alert">
      {text && (
        <p className="band" data-tone="rec">
          {text}
        </p>
      )}
    </div>
  )
}
