/** Distinguishing names for people and places that share a name in the document. */
import { grouped } from '../../grouped.ts'
import type { Site } from '../../places.ts'
import type { Person, Role } from '../../staff.ts'
import { wordsOf } from '../name-words.ts'

/** "Health Centre (A99901)" if another site has the same name. */
export function sitesToldApart(sites: readonly Site[]): Site[] {
  return renamed(sites, (site) => site.id)
}

/** "Sam Jones (practice nurse)"; if the role isn't enough, with the usual practice instead, then with both, and finally with the id. */
export function peopleToldApart(
  people: readonly Person[],
  { roles, sites }: { readonly roles: readonly Role[]; readonly sites: readonly Site[] },
): Person[] {
  const role = (person: Person) => roles.find(({ id }) => id === person.role)?.title ?? person.role
  const home = (person: Person) => sites.find(({ id }) => id === person.home)?.name ?? person.home
  return renamed(people, (person, namesakes) => {
    const both = (one: Person) => `${role(one)}, ${home(one)}`
    const tells = [role, home, both].find((of) => new Set(namesakes.map(of)).size === namesakes.length)
    return (tells ?? ((one: Person) => one.id))(person)
  })
}

/** Keeps the order. Unique names are unchanged. */
function renamed<T extends { readonly id: string; readonly name: string }>(
  things: readonly T[],
  tells: (thing: T, namesakes: readonly T[]) => string,
): T[] {
  const sameName = grouped(things, ({ name }) => wordsOf(name).join(' ')).filter((group) => group.length > 1)
  const names = new Map(
    sameName.flatMap((group) => group.map((one) => [one.id, `${one.name} (${tells(one, group)})`] as const)),
  )
  return things.map((thing) => ({ ...thing, name: names.get(thing.id) ?? thing.name }))
}
