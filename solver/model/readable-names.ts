/** Names for the columns and rows of a programme: `works_gp3_alder_mon30am`. */
import type { Problem } from '../../src/problem.ts'
import { weekdayOf } from '../../src/time.ts'
import type { DraftColumn } from '../lp/spaces.ts'
import type { Built } from './build.ts'
import { columnIn } from './elastic.ts'

export interface ReadableNames {
  readonly columns: readonly string[]
  readonly rows: readonly string[]
}

/** Longest name; some readers accept no more than 255 characters. */
const LONGEST = 200

/** Letters, digits and underscores; all column names differ, and all row names. */
export function readableNames({ draft, model }: Built, problem: Problem): ReadableNames {
  const wanted = new Map<number, string>()
  const name = (column: DraftColumn, ...words: readonly string[]) => {
    const j = columnIn(model, column)
    if (j !== undefined && !wanted.has(j)) wanted.set(j, words.filter((word) => word !== '').join('_'))
  }
  const words = wordsOf(problem)
  for (const { column, person, site, session, work } of draft.placements)
    name(column, work === 'clinic' ? 'works' : work, words.person(person), words.site(site), words.session(session))
  for (const { column, person, week, work } of draft.counts)
    name(column, work, 'sessions', words.person(person), `week${week + 1}`)
  const flow = draft.flow()
  for (const { people, cadre, work, site, session, met } of flow.posts) {
    const place = [plain(cadre.id), words.site(site), words.session(session.index), work === 'clinic' ? '' : work]
    name(people, 'people', ...place)
    for (const { column, need } of met) name(column, 'seen', plain(need), ...place)
  }
  for (const { column, cadre, need, patientsOf, session } of flow.taken)
    name(column, 'from', words.site(patientsOf), plain(need), plain(cadre), words.session(session))
  for (const [key, column] of flow.statesByName) {
    const parts = key.split('|')
    const [day = '', site = '', ...kind] = parts.reverse()
    name(column, ...kind.reverse().map(plain), words.site(site), words.day(Number(day)))
  }
  const rows = numbered(model.ruleOfRow.map(plain))
  for (const [r, slack] of model.slackOfRow.entries()) if (slack >= 0) wanted.set(slack, `short_${rows[r] ?? ''}`)
  const rest = restOf(model)
  const columns = Array.from(
    { length: model.lp.columns },
    (_, j) => wanted.get(j) ?? `${rest.get(j) ?? 'other'}_helper`,
  )
  return { columns: unlike(columns), rows }
}

/** By column: the rule of the first row that contains it. */
function restOf({ lp, ruleOfRow }: Built['model']): ReadonlyMap<number, string> {
  const rules = new Map<number, string>()
  for (let r = 0; r < lp.rows; r++)
    for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++) {
      const j = lp.indices[e] ?? 0
      if (!rules.has(j)) rules.set(j, plain(ruleOfRow[r] ?? ''))
    }
  return rules
}

/** `duty_doctor_1`, `duty_doctor_2` … */
function numbered(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return `${name}_${count}`
  })
}

/** Numbers repeated names from the second occurrence. */
function unlike(names: readonly string[]): string[] {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return names.map((given) => {
    const name = given.slice(0, LONGEST)
    let n = next.get(name) ?? 1
    let free = name
    while (taken.has(free)) {
      n += 1
      free = `${name}_${n}`
    }
    next.set(name, n)
    taken.add(free)
    return free
  })
}

/** "Zoë O'Neill" → `zoeoneill`; scripts without Latin letters are dropped entirely. */
function plain(text: string): string {
  const ascii = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return ascii.replaceAll(/[\s-]+/g, '_').replaceAll(/[^a-z0-9_]/g, '')
}

const joined = (text: string) => plain(text).replaceAll('_', '')

function wordsOf({ people, sites, horizon }: Problem) {
  const first = sites.map(({ name }) => joined(name.replace(/^the /i, '').split(/\s+/)[0] ?? ''))
  const siteWords = new Map(
    sites.map(({ id, name }, n) => {
      const short = first[n] ?? ''
      const isAlone = short !== '' && first.indexOf(short) === first.lastIndexOf(short)
      return [id, (isAlone ? short : joined(name)) || joined(id) || `site${n + 1}`]
    }),
  )
  const personWords = new Map(people.map(({ id, name }, n) => [id, joined(name) || joined(id) || `person${n + 1}`]))
  return {
    person: (id: string) => personWords.get(id) ?? joined(id),
    site: (id: string) => siteWords.get(id) ?? joined(id),
    session: (index: number) => {
      const { weekday = '', date = '', part = '' } = horizon.sessions[index] ?? {}
      return `${weekday}${date.slice(8)}${joined(part)}`
    },
    day: (index: number) => {
      const date = horizon.days[index] ?? ''
      return date === '' ? '' : `${weekdayOf(date)}${date.slice(8)}`
    },
  }
}
