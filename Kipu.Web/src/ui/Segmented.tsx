import { RadioGroup } from 'radix-ui'

type Props<T extends string> = { label: string; value: T; options: { value: T; label: string }[]; onChange: (value: T) => void }

/** One of a few, all in sight. Arrow keys move, as in any radio group. */
export function Segmented<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <RadioGroup.Root className="segmented" aria-label={label} value={value} onValueChange={(next) => onChange(next as T)}>
      {options.map((option) => (
        <RadioGroup.Item key={option.value} value={option.value}>
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
