/** Patients missed on their day: how many, since when, how many minutes they need, and who sees such patients then. */
import { grouped } from '../../../src/grouped.ts'
import { isMetBy, type Need } from '../../../src/needs.ts'
import type { Problem } from '../../../src/problem.ts'
import type { Finding } from '../../../src/report.ts'
import { PATIENT_WORKS, type Rota } from '../../../src/rota.ts'
import type { Session } from '../../../src/time.ts'
import { count, lowerFirst, needTitle, peopleNames, siteName } from '../../../src/wording/names.ts'
import { listed } from '../../../src/wording/people.ts'
import { arrivedIn } from '../../facts/contacts.ts'
import { sameDayPatients } from './gaps/same-day-patients.ts'
import { type Moment, momentWords } from './moments.ts'

interface Missed {
  readonly findings: readonly Finding[]
  readonly problem: Problem
  readonly rota: Rota
}

/** Most people named. */
const NAMED = 3
/** A session counts as one in which patients could have been seen if at least this share of those missed are waiting at its end. */
const MOST = 0.9

/** "4 same-day patients more than can be dealt with on the day: Alder Road, Wednesday afternoon." */
export function sameDayFact({ findings, problem, rota }: Missed): string {
  const sites = grouped(findings, ({ site }) => site ?? '').map((mine) => {
    const when = momentWords(momentsOf({ findings: mine, problem, rota }), problem)
    return `${siteName(mine[0]?.site, problem)}, ${when}`
  })
  return `${patients(findings, problem)} more than can be dealt with on the day: ${sites.join('; ')}.`
}

/** What to make room for, and with whom; `price` is the price of somebody from outside, if that would help. */
export function sameDaySentence(missed: Missed, price: string | null): string {
  const { findings, problem } = missed
  const moments = momentsOf(missed)
  const there = peopleThen(missed, moments)
  const needs = listed([...new Set(findings.map((f) => lowerFirst(needTitle(f.need, problem))))])
  const what = `Make room for ${patients(findings, problem, 'more ')} on ${momentWords(moments, problem)} (${needs}; ${timeWords(missed, there)})`
  const next = 'or agree who sees them the next morning'
  if (price !== null) return `${what}. ${price}`
  if (there.length === 0 || there.length > NAMED || moments.length > 1)
    return `${what}. Ask somebody for extra time on the day, ${next}.`
  const sees = there.length === 1 ? 'sees' : 'see'
  return `${what}. ${peopleNames(there, problem)} ${sees} such patients there then: ask for the extra time, ${next}.`
}

function patients(findings: readonly Finding[], problem: Problem, kind = ''): string {
  const needs = findings.flatMap(({ need }) => need ?? [])
  return sameDayPatients(total(findings), needs, { problem, kind })
}

function total(findings: readonly Finding[]): number {
  return findings.reduce((sum, { amount }) => sum + amount, 0)
}

/** The sessions in which they were still waiting; the whole day if that is unknown. */
function momentsOf({ findings, problem, rota }: Missed): Moment[] {
  const days = grouped(findings, ({ date }) => date ?? '').flatMap((mine): Moment[] => {
    const date = mine[0]?.date
    if (date === undefined) return []
    const waited = new Set(mine.flatMap((finding) => waitedIn(finding, problem, rota)))
    const sessions = problem.horizon.sessions.filter((session) => waited.has(session))
    // Evenings are named only if nobody could have been seen earlier.
    const core = sessions.filter((session) => !session.enhancedAccess)
    const named = core.length > 0 ? core : sessions
    return named.length === 0 ? [{ date }] : named.map(({ part }) => ({ date, part }))
  })
  return days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** Sessions after which the missed patients were waiting for the rest of the day, so that any time in them would have helped. */
function waitedIn({ site = '', need = '', date, amount }: Finding, problem: Problem, rota: Rota): Session[] {
  const day = problem.horizon.sessions.filter((s) => s.date === date)
  let left = 0
  const leftAfter = day.map((session) => {
    const met = rota.clinics.filter((c) => c.session === session.index && c.need === need && c.patientsOf === site)
    left += arrivedIn(problem, need, site, session.index) - met.reduce((sum, { contacts }) => sum + contacts, 0)
    return left
  })
  return day.filter((_, n) => Math.min(...leftAfter.slice(n)) >= MOST * amount)
}

/** People who see all of these needs then, where the patients may be seen. */
function peopleThen({ findings, problem, rota }: Missed, moments: readonly Moment[]): string[] {
  const needs = findings.flatMap(({ need }) => problem.needById.get(need ?? '') ?? [])
  const sites = new Set(findings.map(({ site }) => site))
  const isThen = (session: number) => {
    const { date, part } = problem.horizon.sessions[session] ?? {}
    return moments.some((moment) => moment.date === date && (moment.part ?? part) === part)
  }
  const sees = (person: string, need: Need) =>
    problem.cadreById.get(problem.personById.get(person)?.cadre ?? '')?.meets.has(need.id) === true
  const there = rota.assignments.filter(
    ({ person, session, site, work }) =>
      isThen(session) &&
      needs.every(
        (need) =>
          (need.shared || sites.has(site)) &&
          PATIENT_WORKS.some((one) => one === work && isMetBy(need, one)) &&
          sees(person, need),
      ),
  )
  return [...new Set(there.map(({ person }) => person))]
}

/** "about 32 minutes": at the pace of the people there, otherwise of the quickest. */
function timeWords({ findings, problem }: Missed, there: readonly string[]): string {
  const cadres = there.flatMap((id) => problem.cadreById.get(problem.personById.get(id)?.cadre ?? '') ?? [])
  const paces = cadres.length === 0 ? problem.cadres : cadres
  const minutes = findings.reduce((sum, { need = '', amount }) => {
    const each = paces.flatMap(({ meets }) => meets.get(need)?.minutes ?? [])
    return sum + (each.length === 0 ? 0 : Math.min(...each)) * amount
  }, 0)
  return minutes < 90 ? `about ${count(Math.ceil(minutes), 'minute')}` : `about ${count(minutes / 60, 'hour')}`
}
