/**
 * Recounts what weeks pass on to each other from JSON alone: the generated documents and the published rotas. It imports nothing,
 * so that it can't share a mistake with the program.
 */

interface Row {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly work: string
}

interface Contacts {
  readonly site: string
  readonly need: string
  readonly contacts: number
}

interface Person {
  readonly id: string
  readonly role: string
}

/** The recounted part of a document. */
export interface DrawnWeek {
  readonly week: { readonly from: string }
  readonly parts: readonly { readonly id: string; readonly starts: string; readonly enhancedAccess?: boolean }[]
  readonly needs: readonly { readonly id: string; readonly within: string; readonly followUp?: boolean }[]
  readonly roles: readonly {
    readonly id: string
    readonly meets?: Readonly<Record<string, { readonly returns?: number }>>
  }[]
  readonly people: readonly Person[]
  readonly demand: readonly Contacts[]
  readonly backlog?: readonly Contacts[]
  readonly history?: readonly (Readonly<Record<string, unknown>> & { readonly person: string })[]
}

export interface PublishedWeek {
  readonly assignments: readonly Row[]
  readonly clinics: readonly {
    readonly patientsOf: string
    readonly need: string
    readonly role: string
    readonly contacts: number
  }[]
}

export interface Week {
  readonly document: DrawnWeek
  readonly rota: PublishedWeek
}

const KINDS = ['mondays', 'fridays', 'duties', 'evenings', 'saturdays'] as const
type Kind = (typeof KINDS)[number]

/** Work that doesn't count as an unpopular session, such as learning on a Monday. */
const NO_BURDEN = ['training', 'outside', 'admin']

function isOf(kind: Kind, { date, part, work }: Row, { parts }: DrawnWeek): boolean {
  const held = parts.find(({ id }) => id === part)
  if (held === undefined || NO_BURDEN.includes(work)) return false
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  switch (kind) {
    case 'mondays':
      return weekday === 1
    case 'fridays':
      return weekday === 5
    case 'saturdays':
      return weekday === 6
    case 'evenings':
      return held.starts >= '17:00'
    case 'duties':
      return work === 'duty' && held.enhancedAccess !== true
  }
}

/** Differences between each document's history and the previous weeks' rotas, in sentences; empty if there is no drift. */
export function historyFlaws(weeks: readonly Week[]): string[] {
  return weeks.flatMap(({ document }, n) => {
    const before = weeks.slice(Math.max(0, n - 12), n)
    return (document.history ?? []).flatMap((row) => {
      const own = before.flatMap((week) =>
        week.rota.assignments
          .filter(({ person }) => person === row.person)
          .map((one) => ({ one, document: week.document })),
      )
      const counted: Record<string, number> = { sessions: own.length }
      for (const kind of KINDS) counted[kind] = own.filter((at) => isOf(kind, at.one, at.document)).length
      return Object.entries(counted).flatMap(([name, count]) =>
        Math.abs(Number(row[name] ?? 0) - count) < 1e-6
          ? []
          : [`${document.week.from}, ${row.person}: ${name} ${row[name]}, recounted ${count}`],
      )
    })
  })
}

/** Tolerance in contacts per week's list, since rows are rounded to a hundredth. */
const ROUNDED = 0.5

/**
 * Differences between each document's waiting list and the previous week's balance: waiting plus arriving plus returning, minus
 * seen.
 */
export function waitingFlaws(weeks: readonly Week[]): string[] {
  return weeks.slice(1).flatMap(({ document }, n) => {
    const before = weeks[n]
    if (before === undefined) return []
    const left = leftBy(before)
    const found = sums(document.backlog ?? [])
    return [...new Set([...left.keys(), ...found.keys()])].flatMap((key) => {
      const [had, has] = [left.get(key) ?? 0, found.get(key) ?? 0]
      return Math.abs(had - has) <= ROUNDED
        ? []
        : [`${document.week.from}, ${key}: ${has} on the list, recounted ${had.toFixed(2)}`]
    })
  })
}

function leftBy({ document, rota }: Week): Map<string, number> {
  const listed = new Set(document.needs.filter(({ within }) => within !== 'same-day').map(({ id }) => id))
  const left = sums([...(document.backlog ?? []), ...document.demand].filter(({ need }) => listed.has(need)))
  const followUp = document.needs.find((need) => need.followUp === true)?.id
  const change = (key: string, by: number) => left.set(key, (left.get(key) ?? 0) + by)
  for (const { patientsOf, need, role, contacts } of rota.clinics) {
    if (listed.has(need)) change(`${patientsOf} ${need}`, -contacts)
    const returns = document.roles.find(({ id }) => id === role)?.meets?.[need]?.returns ?? 0
    if (followUp !== undefined && returns > 0) change(`${patientsOf} ${followUp}`, returns * contacts)
  }
  return left
}

function sums(rows: readonly Contacts[]): Map<string, number> {
  const all = new Map<string, number>()
  for (const { site, need, contacts } of rows) all.set(`${site} ${need}`, (all.get(`${site} ${need}`) ?? 0) + contacts)
  return all
}

export function waitingAtStart({ document }: Week): number {
  return (document.backlog ?? []).reduce((sum, { contacts }) => sum + contacts, 0)
}

export interface Unevenness {
  readonly kind: Kind
  /** Among those eligible: mean and maximum distance from a share proportional to sessions worked. */
  readonly mean: number
  readonly most: number
}

/** A person's sessions of a kind over all weeks, and their share proportional to sessions worked. */
export interface PersonShare {
  readonly person: string
  readonly role: string
  readonly sessions: number
  readonly count: number
  readonly share: number
}

/** Over all weeks, within each role, among those who worked; omits roles without sessions of the kind. */
export function sharesOf(weeks: readonly Week[], kind: Kind): PersonShare[] {
  const people = new Map(weeks.flatMap(({ document }) => document.people.map(({ id, role }) => [id, role])))
  const worked = new Map<string, number>()
  for (const { rota } of weeks)
    for (const { person } of rota.assignments) worked.set(person, (worked.get(person) ?? 0) + 1)
  const counts = new Map<string, number>()
  for (const { document, rota } of weeks)
    for (const row of rota.assignments)
      if (isOf(kind, row, document)) counts.set(row.person, (counts.get(row.person) ?? 0) + 1)
  return [...new Set(people.values())].flatMap((role) => {
    const peers = [...people].filter(([id, own]) => own === role && (worked.get(id) ?? 0) > 0).map(([id]) => id)
    const all = peers.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0)
    const together = peers.reduce((sum, id) => sum + (worked.get(id) ?? 0), 0)
    if (peers.length < 2 || all === 0) return []
    return peers.map((person) => {
      const sessions = worked.get(person) ?? 0
      return { person, role, sessions, count: counts.get(person) ?? 0, share: (all * sessions) / together }
    })
  })
}

/** Over all weeks, within each role. */
export function unevenness(weeks: readonly Week[]): Unevenness[] {
  return KINDS.map((kind) => {
    const distances = sharesOf(weeks, kind).map(({ count, share }) => Math.abs(count - share))
    const mean = distances.length === 0 ? 0 : distances.reduce((sum, one) => sum + one, 0) / distances.length
    return { kind, mean, most: Math.max(0, ...distances) }
  })
}
