/** Numbers of rules, drawn by their shapes: whatever a network may set is set now and then, whichever rule it is of. */
import fc from 'fast-check'
import { RULES } from '../../solver/rules/index.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { type NumberShape, PAIRINGS, WORKLOADS } from '../../src/policy.ts'
import { mostly, seldom } from './practice.ts'

/** Ids that a rule's number may name. */
export type Names = Readonly<Record<'sites' | 'roles' | 'needs' | 'parts' | 'people', readonly string[]>>
export type Settings = NonNullable<RotaDocument['rules']>

/**
 * A few of the rules with a weight or numbers of their own, and the rule that it is `about` with most of its numbers;
 * levels stay, and nothing is switched off.
 */
export function settings(names: Names, about?: string): fc.Arbitrary<Settings> {
  const entries = RULES.map(({ id, numbers = {} }) => {
    const own = Object.entries(numbers).map(([name, { shape, default: usual }]) =>
      numberOf(usual, { shape, names }).map((value) => [name, value] as const),
    )
    const drawn = id === about ? mostly : seldom
    return fc.tuple(seldom(fc.constantFrom(0.5, 2, 3)), ...own.map((pair) => drawn(pair))).map(([weight, ...pairs]) => {
      const given = pairs.filter((pair) => pair !== undefined)
      const set = { ...(weight === undefined ? {} : { weight }), ...Object.fromEntries(given) }
      return Object.keys(set).length === 0 ? [] : [[id, set] as const]
    })
  })
  return fc.tuple(...entries).map((all) => Object.fromEntries(all.flat()))
}

/** The default is given, since what is small for one number is large for another. */
function numberOf(
  usual: unknown,
  { shape, names }: { readonly shape: NumberShape; readonly names: Names },
): fc.Arbitrary<unknown> {
  const some = (list: readonly string[]) => fc.subarray([...list])
  switch (shape) {
    case 'amount':
      if (usual === 0) return fc.constantFrom(10, 30, 100)
      return typeof usual === 'number' ? fc.constantFrom(usual / 8, usual / 2, usual * 2) : fc.constantFrom(0.5, 1, 4)
    case 'whole':
      return whole(usual)
    case 'days':
      return fc.constantFrom(-6, -1, 0, 3, 30)
    case 'by-role':
      return fc.oneof(
        whole(usual),
        fc.dictionary(fc.constantFrom(...names.roles), whole(usual), { noNullPrototype: true }),
      )
    case 'amount-by-role':
      return fc.oneof(
        fc.constantFrom(0.5, 1, 2, 4),
        fc.dictionary(fc.constantFrom(...names.roles), fc.constantFrom(0.5, 1, 2, 4), { noNullPrototype: true }),
      )
    case 'share-by-need':
      return fc.oneof(
        fc.constantFrom(0, 0.3, 1),
        fc.dictionary(fc.constantFrom(...names.needs), fc.constantFrom(0, 0.3, 0.8, 1), { noNullPrototype: true }),
      )
    case 'part-limits':
      return fc.array(partLimit(names), { minLength: 1, maxLength: 2 })
    case 'share':
      return fc.constantFrom(0, 0.3, 1)
    case 'clock':
      return fc.constantFrom('08:00', '12:00', '18:00')
    case 'flag':
      return fc.boolean()
    case 'roles':
    case 'sites':
    case 'parts':
    case 'needs':
      return some(names[shape])
    case 'site-groups':
      return some(names.sites).map((group) => (group.length > 1 ? [group] : []))
    case 'part-pairs':
      return fc.array(fc.tuple(fc.constantFrom(...names.parts), fc.constantFrom(...names.parts)), { maxLength: 2 })
    case 'cover':
      return fc.array(cover(names), { minLength: 1, maxLength: 2 })
    case 'pairings':
      return names.people.length < 2 ? fc.constant([]) : fc.array(pairing(names), { minLength: 1, maxLength: 2 })
    case 'workload':
      return fc.constantFrom(...Object.keys(WORKLOADS))
    case 'wanted':
      return fc.array(wanted(names), { minLength: 1, maxLength: 2 })
  }
}

/** Small counts, near zero, where a row's edge is; patients and minutes near their default. */
function whole(usual: unknown): fc.Arbitrary<number> {
  const large = typeof usual === 'number' && usual > 100
  return large ? fc.constantFrom(Math.ceil(usual / 4), usual, 2 * usual) : fc.integer({ min: 0, max: 4 })
}

function cover({ roles, sites, parts }: Names): fc.Arbitrary<unknown> {
  const where = { sites: fc.subarray([...sites]), parts: fc.subarray([...parts]) }
  const who = { people: fc.integer({ min: 0, max: 2 }), role: fc.constantFrom(...roles) }
  const counts = { weight: fc.constantFrom(0, 0.5, 3) }
  return fc.record({ ...who, ...where, ...counts }, { requiredKeys: ['people'] })
}

function partLimit({ roles, parts, people }: Names): fc.Arbitrary<unknown> {
  const who = { role: fc.constantFrom(...roles), person: fc.constantFrom(...people) }
  const rest = { parts: fc.subarray([...parts]), sessions: fc.integer({ min: 0, max: 2 }) }
  return fc.record({ ...who, ...rest }, { requiredKeys: ['parts', 'sessions'] })
}

function pairing({ people, parts }: Names): fc.Arbitrary<unknown> {
  const who = { people: fc.subarray([...people], { minLength: 2 }), how: fc.constantFrom(...PAIRINGS) }
  return fc.record({ ...who, parts: fc.subarray([...parts]) }, { requiredKeys: ['people', 'how'] })
}

function wanted({ roles }: Names): fc.Arbitrary<unknown> {
  const sessions = fc.constantFrom(0.5, 1, 2)
  return fc.record(
    { sessions, role: fc.constantFrom(...roles), person: fc.constant('p1') },
    { requiredKeys: ['sessions'] },
  )
}
