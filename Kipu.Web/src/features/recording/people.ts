import type { KnownPerson, Member } from '@/api/types'

type Somebody = Pick<Member, 'id' | 'name'>
type Known = Pick<KnownPerson, 'name' | 'userId'>

/** Whom a voice could be: names that were given before, the latest first, then members who never were. Each once. */
export const proposed = (people: Known[], colleagues: Somebody[]) => [...new Set([...people, ...colleagues].map(({ name }) => name))]

/** The member who bears the name, or to whom somebody gave it. A name that two members bear says of none that it is them. */
export function memberOf(name: string, people: Known[], colleagues: Somebody[]): string | undefined {
  const [member, another] = colleagues.filter((one) => one.name === name)
  if (member) return another ? undefined : member.id
  const userId = people.find((one) => one.name === name)?.userId
  return colleagues.find(({ id }) => id === userId)?.id
}
