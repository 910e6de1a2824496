/**
 * Documents so small, and so round, that every rota of them can be written down. Contacts come in whole numbers, a clinic
 * holds two of them and nothing splits one: no returns, no half-remote needs, no minutes of supervision, no duty doctor who
 * also sees patients. The plan of contacts is then a flow through a network with whole capacities, and some best plan is whole.
 */
import type fc from 'fast-check'
import { RULES } from '../../solver/rules/index.ts'
import type { NeedDocument, PartDocument, RoleDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import { documents } from '../arbitraries.ts'

const SIZE = { people: 3, days: 2, weeks: 1, sites: 2, needs: 2 }

/** Minutes of one contact: half of what a session has for patients. */
const CONTACT = 90

/** Sums of these stay below what anybody could plan by hand. */
const MOST_ROWS = 4

export function tinyDocuments(): fc.Arbitrary<RotaDocument> {
  return documents(SIZE).map((document) => ({
    ...document,
    parts: document.parts.map(wholePart),
    needs: document.needs.map((need) => ({ ...need, remote: Math.round(need.remote ?? 0) })),
    roles: document.roles.map((role) => wholeRole(role, document.needs)),
    people: document.people.map((person) => ({ ...person, contract: wholeContract(person.contract) })),
    demand: document.demand.slice(0, MOST_ROWS).map(whole),
    backlog: (document.backlog ?? []).slice(0, 1).map(whole),
    rules: unsplit(document),
    plan: 'mean' as const,
    solve: { seconds: 60, gap: 0, seed: 1 },
  }))
}

/** Every session as long as any other: early and late ones too. */
function wholePart(part: PartDocument): PartDocument {
  if (part.id === 'weekend') return { ...part, ends: '13:10' }
  if (part.id === 'early') return { ...part, starts: '04:00', ends: '08:10', counts: 1 }
  return part.id === 'evening' ? { ...part, starts: '18:30', ends: '22:40', counts: 1 } : part
}

function wholeRole(
  { supervision, maxContactsPerDay, ...role }: RoleDocument,
  needs: readonly NeedDocument[],
): RoleDocument {
  const meets = needs.flatMap((need) => {
    const mayMeet = role.meets?.[need.id] !== undefined && !(role.duty && need.within === 'same-day')
    return mayMeet ? [[need.id, { minutes: CONTACT }] as const] : []
  })
  return {
    ...role,
    meets: Object.fromEntries(meets),
    // One contact a session is safe, or as many as there are minutes for.
    ...(maxContactsPerDay === undefined ? {} : { maxContactsPerDay: maxContactsPerDay > 5 ? 4 : 2 }),
    ...(supervision === undefined ? {} : { supervision: { ...supervision, minutes: 0 } }),
  }
}

function wholeContract(contract: RotaDocument['people'][number]['contract']) {
  return { ...contract, sessions: Math.min(2, Math.floor(contract.sessions)) }
}

function whole<T extends { readonly contacts: number }>(row: T): T {
  return { ...row, contacts: Math.ceil(row.contacts) % 4 }
}

/**
 * Sharing a shortage evenly between practices splits contacts; where there is one practice there is nothing to share. So
 * does half of an odd number: shares that a rule is set to are none or all.
 */
function unsplit({ sites, needs, rules = {} }: RotaDocument): NonNullable<RotaDocument['rules']> {
  const whole = RULES.flatMap(({ id, numbers = {} }) => {
    const own = rules[id] || {}
    const set = Object.entries(numbers).flatMap(([name, { shape, default: usual }]) => {
      const given = own[name] ?? usual
      if (shape === 'share') return [[name, Math.round(Number(given))] as const]
      return shape === 'share-by-need' ? [[name, wholeShares(given, Number(usual), needs)] as const] : []
    })
    return set.length === 0 ? [] : [[id, { ...own, ...Object.fromEntries(set) }] as const]
  })
  const even = sites.length > 1 ? { 'fair-practices': false as const } : {}
  return { ...rules, ...Object.fromEntries(whole), ...even, ...wholeWorkload(rules) }
}

function wholeShares(given: unknown, usual: number, needs: readonly NeedDocument[]): number | Record<string, number> {
  if (typeof given === 'number') return Math.round(given)
  const own = new Map(Object.entries(given ?? {}))
  return Object.fromEntries(needs.map(({ id }) => [id, Math.round(Number(own.get(id) ?? usual))]))
}

/** A contact counts one, and one or two of them a session are safe. */
function wholeWorkload({
  'safe-workload': given,
}: NonNullable<RotaDocument['rules']>): NonNullable<RotaDocument['rules']> {
  if (!given) return given === undefined ? {} : { 'safe-workload': given }
  const { contacts, minutes: _, preset: __, ...rest } = given
  const even = (amount: unknown) => (Number(amount) > 1 ? 4 : 2)
  const set =
    typeof contacts === 'object' && contacts !== null
      ? Object.fromEntries(Object.entries(contacts).map(([role, amount]) => [role, even(amount)]))
      : even(contacts)
  return { 'safe-workload': { ...rest, least: 1, ...(contacts === undefined ? {} : { contacts: set }) } }
}
