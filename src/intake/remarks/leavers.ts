/** Remarks on people who are named but aren't in the document. */
import type { Remark } from '../../remark.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { Look } from './look.ts'

/** A reference to a person, and the list it is in, in words. */
interface Naming {
  readonly person: string
  readonly pointer: string
  readonly list: string
}

/** Lists whose rows may name people who have left, in words. */
const LISTS = {
  pins: 'among the pins',
  published: 'in the published rota',
  history: 'in the history of past weeks',
  before: 'among the sessions of the days before',
} as const

const RIGHT_IF = 'right for somebody who has left; otherwise correct the id'

/** People who are named but not in the document, which is planned without them. Reported once per person, list and rule. */
export const leavers: Look = (document) => {
  const known = new Set(document.people.map((person) => person.id))
  const gone = namingsIn(document).filter(({ person }) => !known.has(person))
  const byPlace = new Map<string, Naming[]>()
  for (const naming of gone) {
    const key = `${naming.list} ${naming.person}`
    byPlace.set(key, [...(byPlace.get(key) ?? []), naming])
  }
  return [...byPlace.values()].flatMap((same): Remark[] => {
    const [first] = same
    if (first === undefined) return []
    const times = same.length === 1 ? '' : ` ${same.length} times`
    const who = JSON.stringify(first.person.slice(0, 64))
    const detail = `${who} is named${times} ${first.list}, but is not one of the people: the week is planned without them.`
    return [{ pointer: first.pointer, detail, maybe: RIGHT_IF }]
  })
}

function namingsIn(document: RotaDocument): Naming[] {
  const ofLists = (['pins', 'published', 'history', 'before'] as const).flatMap((list) =>
    (document[list] ?? []).map(({ person }, at) => ({ person, pointer: `/${list}/${at}/person`, list: LISTS[list] })),
  )
  const ofRules = Object.entries(document.rules ?? {}).flatMap(([rule, given]) =>
    Object.entries(given === false ? {} : given).flatMap(([number, rows]) =>
      (Array.isArray(rows) ? rows : []).flatMap((row: unknown, at) =>
        peopleIn(row).map(({ person, field }) => ({
          person,
          pointer: `/rules/${rule}/${number}/${at}/${field}`,
          list: `in the rule "${rule}"`,
        })),
      ),
    ),
  )
  return [...ofLists, ...ofRules]
}

/** The people named in a row of a rule's number: one or several. */
function peopleIn(row: unknown): { readonly person: string; readonly field: string }[] {
  if (typeof row !== 'object' || row === null) return []
  const one = 'person' in row && typeof row.person === 'string' ? [{ person: row.person, field: 'person' }] : []
  const several = 'people' in row && Array.isArray(row.people) ? row.people : []
  const named = several.flatMap((person: unknown, n) =>
    typeof person === 'string' ? [{ person, field: `people/${n}` }] : [],
  )
  return [...one, ...named]
}
