/** Generates small documents for property tests (fast-check), covering everything a rule may read. */
import fc from 'fast-check'
import type { PartDocument, PersonDocument, RotaDocument } from '../src/intake/rota-document.ts'
import { addDays, weekdayOf } from '../src/time.ts'
import { calendars, needs, roles, seldom, sites } from './arbitraries/practice.ts'
import { type Names, settings } from './arbitraries/rule-settings.ts'

/** Maximum size of a document; days are working days of a week, excluding Saturday. */
export interface Size {
  readonly people: number
  readonly days: number
  readonly weeks: number
  readonly sites: number
  readonly needs: number
}

const FROM = '2026-11-30'

/**
 * Documents of at most this size; those `about` a rule set most of its numbers. All are well formed, although their pins may make the
 * week impossible.
 */
export function documents(size: Size, about?: string): fc.Arbitrary<RotaDocument> {
  const weeks = fc.integer({ min: 1, max: size.weeks })
  return fc.tuple(calendars(size), sites(size), needs(size), weeks).chain(([parts, sites, needs, weeks]) =>
    roles(needs).chain((roles) => {
      const names = { sites: idsOf(sites), roles: idsOf(roles), needs: idsOf(needs), parts: idsOf(parts), people: [] }
      const moments = momentsOf(parts, weeks)
      return fc.array(person(names, moments), { minLength: 1, maxLength: size.people }).chain((drawn) => {
        const people = drawn.map((one, i) => ({ ...one, id: `p${i + 1}`, name: `Person ${i + 1}` }))
        const network = { ods: 'U99999', name: 'A network' }
        const team = {
          format: 'rota/1' as const,
          network,
          week: { from: FROM, weeks },
          parts,
          sites,
          needs,
          roles,
          people,
        }
        return fc
          .record({
            ...ofTheWeek(names, moments, idsOf(people)),
            plan: fc.constantFrom('mean' as const, 'p80' as const),
            rules: settings({ ...names, people: idsOf(people) }, about),
          })
          .map((drawn) => ({
            ...team,
            ...drawn,
            pins: drawn.pins ?? [],
            solve: { seconds: 60, gap: 0, seed: 1 },
          }))
      })
    }),
  )
}

interface Moment {
  readonly date: string
  readonly part: string
}

function momentsOf(parts: readonly PartDocument[], weeks: number): Moment[] {
  return Array.from({ length: 7 * weeks }, (_, n) => addDays(FROM, n)).flatMap((date) =>
    parts.filter((part) => part.days.includes(weekdayOf(date))).map((part) => ({ date, part: part.id })),
  )
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map((row) => row.id)
}

function person(
  { sites, roles }: Names,
  moments: readonly Moment[],
): fc.Arbitrary<Omit<PersonDocument, 'id' | 'name'>> {
  const slot = fc.constantFrom(...moments).map(({ date, part }) => `${weekdayOf(date)}-${part}`)
  const leave = fc.record({ moment: fc.constantFrom(...moments), allDay: fc.boolean() })
  const want = fc.constantFrom('off' as const, 'on' as const)
  return fc
    .record({
      role: fc.constantFrom(...roles),
      home: fc.constantFrom(...sites),
      sites: fc.subarray([...sites]),
      contract: fc.record({
        sessions: fc.constantFrom(1, 2, 3, 4.5, 8),
        flex: fc.constantFrom(0, 0, 1),
        protected: fc.constantFrom(0, 0, 0.5, 1),
      }),
      skills: fc.subarray(['advice']),
      leave: seldom(leave),
      works: seldom(fc.uniqueArray(slot, { minLength: 1, maxLength: 4 })),
      wishes: fc.array(fc.record({ part: slot, want, weight: fc.constantFrom(1, 2) }), { maxLength: 2 }),
    })
    .map(({ leave, works, ...rest }) => ({
      ...rest,
      away: leave === undefined ? [] : [awayOn(leave.moment, leave.allDay)],
      ...(works === undefined ? {} : { works }),
    }))
}

function awayOn({ date, part }: Moment, allDay: boolean) {
  return { from: date, to: date, ...(allDay ? {} : { parts: [part] }) }
}

/** Multiples of a quarter, so that sums are exact. */
const contacts = fc.integer({ min: 0, max: 40 }).map((n) => n / 4)

/** Data about the horizon: demand, pins, an earlier rota, history. */
function ofTheWeek({ sites, needs }: Names, moments: readonly Moment[], people: readonly string[]) {
  const [site, need] = [fc.constantFrom(...sites), fc.constantFrom(...needs)]
  const moment = fc.constantFrom(...moments)
  const work = fc.constantFrom('clinic', 'clinic', 'duty', 'visits', 'admin', 'training', 'supervision', 'outside')
  const placing = fc
    .record({ moment, person: fc.constantFrom(...people), site, work })
    .map(({ moment: { date, part }, ...rest }) => ({ ...rest, date, part }))
  const earlier = fc
    .record({ days: fc.constantFrom(1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 9, 14), placing })
    .map(({ days, placing: row }) => ({ ...row, date: addDays(FROM, -days) }))
  const off = placing.map(({ site: _, ...pin }) => ({ ...pin, work: 'off' }))
  const many = { minLength: 2, maxLength: 12 }
  return {
    demand: fc.array(
      fc
        .record({ site, need, moment, contacts })
        .map(({ moment: { date, part }, ...rest }) => ({ ...rest, date, part })),
      many,
    ),
    backlog: fc.array(fc.record({ site, need, waitedDays: fc.nat(8), contacts }), { maxLength: 2 }),
    closed: fc.array(
      fc
        .record({ moment, site })
        .map(({ moment: { date, part }, site }) => ({ date, parts: [part], sites: [site], why: 'learning' })),
      { maxLength: 1 },
    ),
    pins: seldom(fc.array(fc.oneof(placing, off), { minLength: 1, maxLength: 2 })),
    published: fc.option(fc.array(placing, { maxLength: 6 }), { nil: null, freq: 2 }),
    history: fc.uniqueArray(history(people), { maxLength: 3, selector: (row) => row.person }),
    before: fc.array(earlier, { maxLength: 8 }),
  }
}

function history(people: readonly string[]) {
  const times = fc.nat(9)
  const kinds = { mondays: times, fridays: times, duties: times, evenings: times, saturdays: times }
  return fc.record(
    {
      person: fc.constantFrom(...people),
      ...kinds,
      sessions: fc.integer({ min: 0, max: 90 }),
      weeks: fc.constantFrom(1, 4, 12),
      fair: fc.record(kinds, { requiredKeys: [] }),
    },
    { requiredKeys: ['person', 'sessions'] },
  )
}
