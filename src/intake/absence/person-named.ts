/** Finds the person for an id or name typed by a user. */
import { BadInput } from '../../errors.ts'
import type { Problem } from '../../problem.ts'
import { wordsOf } from '../name-words.ts'
import { nearest } from '../suggest.ts'

/** Throws a BadInput if no one, or more than one person, matches. */
export function personNamed(text: string, { people, personById, roleById, siteById }: Problem): string {
  if (personById.has(text)) return text
  const typed = wordsOf(text).join(' ')
  const found = people.filter(({ name }) => wordsOf(name).join(' ') === typed)
  const [person] = found
  if (person !== undefined && found.length === 1) return person.id
  const seen = `"${text}"`
  if (person !== undefined) {
    const candidates = found.map(({ id, name, role, home }) => ({
      id,
      name,
      tells: `${roleById.get(role)?.title ?? role}, ${siteById.get(home)?.name ?? home}`,
    }))
    throw new BadInput([{ pointer: '', detail: 'Several people are called so: use an id.', seen, candidates }])
  }
  const maybe = nearest(
    text,
    people.flatMap(({ id, name }) => [name, id]),
  )
  const detail = 'There is nobody with this id or name.'
  throw new BadInput([{ pointer: '', detail, seen, ...(maybe === undefined ? {} : { maybe }) }])
}
