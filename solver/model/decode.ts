/** Converts a point of the programme to a rota as it is stored. */
import { asWritten } from '../../src/as-written.ts'
import { grouped } from '../../src/grouped.ts'
import { byText } from '../../src/order.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Clinic, Rota } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'
import { halfDaysOf, keptFree } from '../facts/half-days.ts'
import type { DraftColumn } from '../lp/spaces.ts'
import type { Met, Taken } from './contact-flow.ts'
import type { Draft } from './draft.ts'

/** Contacts below this are rounding errors of the engine. */
const NOBODY = 1e-7

/** `value(column)` returns the point's value for a column of the draft. */
export function decode(draft: Draft, value: (column: DraftColumn) => number): Rota {
  const placed = draft.placements
    .filter((p) => value(p.column) > 0.5)
    .map(({ person, session, site, work }): Assignment => ({ person, session, site, work, remote: false }))
  const assignments = [...markRemote(placed, draft, value), ...placeCounted(placed, draft, value)]
  return asWritten(draft.problem, { assignments, clinics: clinicsOf(draft, value) })
}

/** Marks as many people of each cadre, site and session as remote as the model counted: the last by id. */
function markRemote(placed: readonly Assignment[], draft: Draft, value: (column: DraftColumn) => number): Assignment[] {
  const left = new Map<string, number>()
  return [...placed]
    .sort((a, b) => byText(b.person, a.person))
    .map((a) => {
      const cadre = draft.problem.personById.get(a.person)?.cadre ?? ''
      const column = a.work === 'clinic' ? draft.remote(cadre, a.site, a.session) : undefined
      if (column === undefined) return a
      const key = `${cadre} ${a.site} ${a.session}`
      const rest = left.get(key) ?? Math.round(value(column))
      left.set(key, rest - 1)
      return rest > 0 ? { ...a, remote: true } : a
    })
}

/**
 * Gives training and outside time that the model only counted a free half day. No rule depends on which one (rule.ts), so prefer a day on
 * which the person comes in anyway, when no colleagues are in training, late in the week, when fewer patients call.
 */
function placeCounted(
  placed: readonly Assignment[],
  draft: Draft,
  value: (column: DraftColumn) => number,
): Assignment[] {
  const { problem } = draft
  const busy = new Set(placed.map((a) => `${a.person} ${a.session}`))
  const together = new Map<string, number>()
  return grouped(draft.counts, (count) => `${count.person} ${count.week}`).flatMap((counts) => {
    const [first] = counts
    const person = problem.personById.get(first?.person ?? '')
    if (first === undefined || person === undefined) return []
    const free = freeHalfDays(person, first.week, { problem, busy })
    const here = new Set(
      placed.filter((a) => a.person === person.id).map((a) => problem.horizon.sessions[a.session]?.day),
    )
    const crowd = (s: Session) => together.get(`${person.home} ${s.index}`) ?? 0
    free.sort((a, b) => Number(!here.has(a.day)) - Number(!here.has(b.day)) || crowd(a) - crowd(b) || b.index - a.index)
    const wanted = counts.flatMap(({ work, column }) => Array.from({ length: Math.round(value(column)) }, () => work))
    return wanted.slice(0, free.length).map((work, i): Assignment => {
      const session = free[i]?.index ?? 0
      together.set(`${person.home} ${session}`, (together.get(`${person.home} ${session}`) ?? 0) + 1)
      return { person: person.id, session, site: person.home, work, remote: false }
    })
  })
}

function freeHalfDays(
  person: Person,
  week: number,
  { problem, busy }: { readonly problem: Problem; readonly busy: ReadonlySet<string> },
): Session[] {
  const off = keptFree(person, problem)
  return halfDaysOf(person, problem).filter(
    (s) => s.week === week && !off.has(s.index) && !busy.has(`${person.id} ${s.index}`),
  )
}

/** The clinics of a point: contacts by need, practice and who meets them. */
export function clinicsOf(draft: Draft, value: (column: DraftColumn) => number): Clinic[] {
  const own = draft
    .flow()
    .posts.flatMap((post) => post.met)
    .filter((met) => draft.problem.needById.get(met.need)?.shared !== true)
    .map((met) => clinic(met, met.site, value(met.column)))
  const shared = draft.flow().pools.flatMap(({ met, taken }) => shareOut(met, taken, value))
  return [...own, ...shared].filter((c) => c.contacts > NOBODY)
}

/** Matches contacts met at sites with contacts taken from practices: each site's own patients first, the rest in document order. */
function shareOut(met: readonly Met[], taken: readonly Taken[], value: (column: DraftColumn) => number): Clinic[] {
  const have = met.map((m) => ({ m, left: value(m.column) }))
  const want = taken.map((t) => ({ t, left: value(t.column) }))
  const out: Clinic[] = []
  const move = (from: (typeof have)[number], to: (typeof want)[number]) => {
    const contacts = Math.min(from.left, to.left)
    if (contacts <= 0) return
    from.left -= contacts
    to.left -= contacts
    out.push(clinic(from.m, to.t.patientsOf, contacts))
  }
  for (const h of have) for (const w of want) if (h.m.site === w.t.patientsOf) move(h, w)
  for (const h of have) for (const w of want) move(h, w)
  return out
}

function clinic(met: Met, patientsOf: string, contacts: number): Clinic {
  return {
    session: met.session,
    site: met.site,
    cadre: met.cadre,
    work: met.work,
    need: met.need,
    patientsOf,
    contacts,
  }
}
