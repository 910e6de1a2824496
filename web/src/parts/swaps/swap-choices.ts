/** Options for a swap: future published sessions, and colleagues, sorted by same role first. */
import { plainDay } from '../dates.ts'
import { clock, workOf } from '../session-words.ts'
import type { PublishedWeek } from '../week/published-week.ts'
import type { SideAsked } from './swap-words.ts'

export interface Giving {
  readonly key: string
  readonly weekFrom: string
  readonly date: string
  readonly part: string
  /** "Monday 30 November, 8:30am: duty, Alder Road" */
  readonly words: string
}

/** In order of time. */
export function givingsOf(published: readonly PublishedWeek[], person: string): readonly Giving[] {
  const now = localNow()
  return published
    .flatMap((week) =>
      week.assignments
        .filter((one) => one.person === person)
        .map(({ date, part, site, work, remote }) => {
          const starts = week.parts.find(({ id }) => id === part)?.starts ?? ''
          const place = week.sites.find(({ id }) => id === site)?.name ?? ''
          const words = `${plainDay(date)}, ${clock(starts)}: ${workOf({ work, remote }).toLowerCase()}, ${place}`
          return { key: `${date} ${part}`, weekFrom: week.weekFrom, date, part, words, begins: `${date}T${starts}` }
        }),
    )
    .filter(({ begins }) => begins > now)
    .sort((a, b) => a.begins.localeCompare(b.begins))
}

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly words: string
}

export function colleaguesOf({ people }: PublishedWeek, me: string): readonly Colleague[] {
  const role = people.find(({ id }) => id === me)?.role
  const others = people.filter(({ id }) => id !== me)
  const [same, rest] = [others.filter((one) => one.role === role), others.filter((one) => one.role !== role)]
  return [
    ...same.map(({ id, name }) => ({ id, name, words: name })),
    ...rest.map(({ id, name }) => ({ id, name, words: `${name} (another role)` })),
  ]
}

export interface PairChosen {
  /** Id of the person who gives the first session; empty until chosen, like the others. */
  readonly giver: string
  /** Key of that session. */
  readonly mine: string
  readonly taker: string
  /** Key of the session given in return. */
  readonly theirs: string
}

export type PairOptions = ReturnType<typeof pairOptions>

/** Options for each choice of a swap, given the choices before it. */
export function pairOptions(published: readonly PublishedWeek[], chosen: PairChosen) {
  const mine = chosen.giver === '' ? [] : givingsOf(published, chosen.giver)
  const given = mine.find(({ key }) => key === chosen.mine)
  const week = published.find(({ weekFrom }) => weekFrom === given?.weekFrom)
  const takers = week === undefined ? [] : colleaguesOf(week, chosen.giver)
  const taker = takers.find(({ id }) => id === chosen.taker)
  // Accepting a swap publishes one rota, so both sessions must be in the same one.
  const together = published.filter(({ rota }) => rota.from === week?.rota.from && rota.version === week.rota.version)
  const theirs = taker === undefined ? [] : givingsOf(together, taker.id)
  const taken = theirs.find(({ key }) => key === chosen.theirs)
  const isOneOfSeveral = together.length < published.length
  return { mine, given, week, takers, taker, theirs, taken, isOneOfSeveral }
}

export type Swap = [SideAsked, SideAsked]

/** Null until both sides are chosen. A person who gives nothing is included with the time of the other's session. */
export function swapBetween(giver: string, options: PairOptions, isGift: boolean): Swap | null {
  const { given, taker, taken } = options
  const when = isGift ? given : taken
  if (given === undefined || taker === undefined || when === undefined) return null
  return [
    { person: giver, date: given.date, part: given.part },
    { person: taker.id, date: when.date, part: when.part },
  ]
}

/** Local time in this browser: "2026-11-30T08:30". */
function localNow(): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' })
  return format.format(new Date()).replace(' ', 'T')
}
