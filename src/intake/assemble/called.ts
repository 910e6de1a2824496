/** What people and sites are called where names alone would not tell them apart. */
import { grouped } from '../../grouped.ts'
import type { PersonDocument, RoleDocument, SiteDocument } from '../rota-document.ts'
import { sameName } from '../same-name.ts'

/** By id: the name, and behind it the id where another site has the same. */
export function sitesCalled(sites: readonly SiteDocument[]): ReadonlyMap<string, string> {
  return toldApart(sites, [])
}

interface Team {
  readonly people: readonly PersonDocument[]
  readonly roles: readonly RoleDocument[]
  readonly sites: ReadonlyMap<string, string>
}

/**
 * By id: the name, and behind it, where others have the same, what sets these people apart in words: their roles, their homes,
 * or both; their ids where they have all of that in common.
 */
export function peopleCalled({ people, roles, sites }: Team): ReadonlyMap<string, string> {
  const titles = new Map(roles.map((role) => [role.id, role.title]))
  const role = (person: PersonDocument) => titles.get(person.role) ?? person.role
  const home = (person: PersonDocument) => sites.get(person.home) ?? person.home
  return toldApart(people, [role, home, (person) => `${role(person)}, ${home(person)}`])
}

interface Named {
  readonly id: string
  readonly name: string
}

/** Takes the first of `marks` that differs for all who share a name. */
function toldApart<T extends Named>(
  things: readonly T[],
  marks: readonly ((thing: T) => string)[],
): Map<string, string> {
  const groups = grouped(things, (thing) => sameName(thing.name))
  return new Map(
    groups.flatMap((alike) => {
      const mark = marks.find((candidate) => new Set(alike.map(candidate)).size === alike.length)
      return alike.map((thing): [string, string] => [
        thing.id,
        alike.length === 1 ? thing.name : `${thing.name} (${mark?.(thing) ?? thing.id})`,
      ])
    }),
  )
}
