/** A month's lists for a practice, from published rotas: duties, locum gaps, supervision and protected time. */
import { weekBookOf } from '../../solver/report/week-book.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import type { PublishedWeek } from '../../src/intake/record/published-week.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { RuleEntry } from '../../src/policy.ts'
import type { Finding } from '../../src/report.ts'
import { addDays, type Day } from '../../src/time.ts'
import type { WeekBook } from '../../src/week-book.ts'

export interface MonthLists extends Pick<WeekBook, 'duties' | 'gaps' | 'debriefs'> {
  readonly protectedTime: readonly { readonly person: string; readonly date: Day; readonly part: string }[]
  /** Ids and names of the people and sites in these lists. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly sites: readonly { readonly id: string; readonly name: string }[]
}

/** Only days within the month, in chronological order. */
export function monthLists(
  weeks: readonly PublishedWeek[],
  { first, last }: { readonly first: Day; readonly last: Day },
  ruleBook: readonly RuleEntry[],
): MonthLists {
  const within = ({ date }: { readonly date: Day }) => first <= date && date <= last
  const books = weeks.map((week) => ({ week, book: bookOf(week, ruleBook) }))
  const ofWeek = ({ from }: PublishedWeek, { date }: { readonly date: Day }) => date >= from && date < addDays(from, 7)
  const rows = <T extends { readonly date: Day }>(of: (book: WeekBook) => readonly T[]) =>
    books.flatMap(({ week, book }) => of(book).filter((row) => ofWeek(week, row) && within(row)))
  const lists = {
    duties: rows(({ duties }) => duties),
    gaps: rows(({ gaps }) => gaps),
    debriefs: rows(({ debriefs }) => debriefs),
    protectedTime: weeks
      .flatMap(({ assignments }) => assignments.filter((row) => row.work === 'training' && within(row)))
      .map(({ person, date, part }) => ({ person, date, part })),
  }
  return { ...lists, ...namesFor(lists, weeks) }
}

/** Taken from a report; derived for a rota made by hand. */
function bookOf({ document, report, judged, assignments }: PublishedWeek, ruleBook: readonly RuleEntry[]): WeekBook {
  if (report !== null) {
    const list = <T>(rows: unknown): readonly T[] => (Array.isArray(rows) ? rows : [])
    const { duties, gaps, debriefs } = report
    return { appointments: [], duties: list(duties), gaps: list(gaps), debriefs: list(debriefs) }
  }
  const problem = readDocument(document, ruleBook)
  const findings = Array.isArray(judged.findings) ? (judged.findings as Finding[]) : []
  return weekBookOf(problem, readRota([...assignments], problem), findings)
}

function namesFor(lists: Omit<MonthLists, 'people' | 'sites'>, weeks: readonly PublishedWeek[]) {
  const persons = new Map(weeks.flatMap(({ document }) => document.people.map(({ id, name }) => [id, name])))
  const places = new Map(weeks.flatMap(({ document }) => document.sites.map(({ id, name }) => [id, name])))
  const people = [
    ...lists.duties.map(({ person }) => person),
    ...lists.debriefs.flatMap(({ person, supervisor }) => [person, supervisor]),
    ...lists.protectedTime.map(({ person }) => person),
  ]
  const sites = [
    ...lists.duties.flatMap(({ site, at }) => [site, at]),
    ...lists.gaps.map(({ site }) => site),
    ...lists.debriefs.map(({ site }) => site),
  ]
  const named = (
    ids: readonly (string | null | undefined)[],
    names: ReadonlyMap<string | undefined, string | undefined>,
  ) => [...new Set(ids.filter((id) => typeof id === 'string'))].sort().map((id) => ({ id, name: names.get(id) ?? id }))
  return { people: named(people, persons), sites: named(sites, places) }
}
