/** Statements about one person's sessions, in words. */
import { grouped } from '../../../../src/grouped.ts'
import type { Problem } from '../../../../src/problem.ts'
import { type Assignment, WORKS, type Work } from '../../../../src/rota.ts'
import { sessionName } from '../../../../src/time.ts'
import { count, figureWords, personName, siteName, when } from '../../../../src/wording/names.ts'
import { listed } from '../../../../src/wording/people.ts'
import type { Statement } from '../cause.ts'
import { doing } from './obstacles.ts'

const WORK_NAMES: Readonly<Record<Work, string>> = {
  clinic: 'in clinic',
  duty: 'on duty',
  visits: 'on visits',
  supervision: 'of supervision',
  admin: 'of paperwork',
  training: 'of learning',
  outside: 'with partner organisations',
}

/** "GP 1 has 5 sessions in clinic, 3 on duty and 1 half day left (Friday afternoon) in the week". */
export function weekInWords(said: Extract<Statement, { kind: 'week' }>, problem: Problem): string {
  const { person, week, assignments, away, left } = said
  const parts = [
    ...uses(assignments),
    ...(away === 0 ? [] : [`${count(away, 'half day')} away`]),
    ...(left.length === 0 ? ['no half day left'] : [`${count(left.length, 'half day')} left${named(left, problem)}`]),
  ]
  return `${personName(person, problem)} has ${listed(parts)} in ${when({ amount: 0, week }, problem)}`
}

/** More half days than this are counted rather than named. */
const NAMED = 4

/** " (Tuesday morning and Friday afternoon)". */
function named(sessions: readonly number[], { horizon }: Problem): string {
  if (sessions.length > NAMED) return ''
  return ` (${listed(sessions.flatMap((s) => horizon.sessions[s] ?? []).map((s) => sessionName(s, horizon)))})`
}

/** "5 sessions in clinic", "3 on duty". */
function uses(assignments: readonly Assignment[]): string[] {
  const groups = WORKS.flatMap((work) => {
    const n = assignments.filter((a) => a.work === work).length
    return n === 0 ? [] : [{ n, work }]
  })
  if (groups.length === 0) return ['no session']
  return groups.map(({ n, work }, k) => `${k === 0 ? count(n, 'session') : n} ${WORK_NAMES[work]}`)
}

/** "in this rota: Monday evening and Tuesday evening, both pinned; past weeks brought 9". */
export function sessionsInWords(said: Extract<Statement, { kind: 'sessions-of' }>, problem: Problem): string {
  const { person, assignments, pinned, past } = said
  if (assignments.length === 0) return `it comes from past weeks: ${personName(person, problem)} has none in this rota`
  const names = listed(assignments.map((a) => at(a, problem)))
  const before = past === null || past < 0.05 ? '' : `; past weeks brought ${figureWords(past)}`
  return `in this rota: ${names}${pinnedInWords(pinned, assignments.length)}${before}`
}

function pinnedInWords(pinned: number, all: number): string {
  if (pinned === 0) return ''
  if (pinned < all) return `, ${pinned} of them pinned`
  return all === 1 ? ', which is pinned' : all === 2 ? ', both pinned' : `, all ${all} pinned`
}

/** "3 sessions at Alder Road and 1 session at Birch Lane". */
export function sitesInWords(assignments: readonly Assignment[], problem: Problem): string {
  const bySite = grouped(assignments, (a) => a.site).sort((a, b) => b.length - a.length)
  return listed(bySite.map((mine) => `${count(mine.length, 'session')} at ${siteName(mine[0]?.site, problem)}`))
}

/** "GP 1 is on duty at Alder Road on Monday morning and holds a clinic there on Monday afternoon". */
export function doesInWords(assignments: readonly Assignment[], problem: Problem): string {
  const [first] = assignments
  const does = assignments.map((a) => `${doing(a.work, a.site, { many: false, problem })} on ${at(a, problem)}`)
  return `${personName(first?.person, problem)} ${listed(does)}`
}

function at(a: Assignment, { horizon }: Problem): string {
  const session = horizon.sessions[a.session]
  return session === undefined ? 'no session' : sessionName(session, horizon)
}
