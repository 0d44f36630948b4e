import { initials } from '@/i18n/format'

export type Person = { name: string; colour: string }

export function Avatar({ name, colour }: Person) {
  return (
    <span className="avatar" style={{ '--c': colour }} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

export function Avatars({ people, label }: { people: Person[]; label: string }) {
  if (people.length === 0) return null
  return (
    <span className="avatars" role="img" aria-label={label}>
      {people.slice(0, 6).map((person, index) => (
        <Avatar key={`${index}${person.name}`} {...person} />
      ))}
    </span>
  )
}

/** Speakers' colours, in the order of who speaks first; from the seventh they repeat, the name is always there. */
export const speakerColour = (index: number) => `var(--color-s${(index % 6) + 1})`
