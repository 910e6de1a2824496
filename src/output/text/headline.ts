/** The first lines a manager reads. */
import { URGENT_TARGET } from '../../policy.ts'
import type { Problem } from '../../problem.ts'
import type { BasisReport, RotaReport, ServiceReport } from '../../report.ts'
import { counted, hours, percent, pounds, whole } from '../figures.ts'

/** "Urgent need dealt with on the same day: 93% if days are busy, 98% if they are average (target 90%)." */
export function headline({ plan, urgent }: ServiceReport): string {
  const planned = percent(urgent.share)
  const share =
    plan === 'mean' ? planned : `${planned} if days are busy, ${percent(urgent.atMean.share)} if they are average`
  return `Urgent need dealt with on the same day: ${share} (target ${percent(URGENT_TARGET)}).`
}

/** One sentence each on access measures, patients left waiting, safety and cost. */
export function summary({ service, actions, cost, basis }: RotaReport, problem: Problem): string[] {
  const { needs } = problem
  const unsafe = actions.filter(({ level }) => level === 'never' || level === 'safety').map(({ fact }) => fact)
  return [
    needs.some(({ official }) => official) ? OFFICIAL : PLAIN,
    ...unmeasured(service, needs),
    ...(service.plan === 'p80' ? [BUSY] : []),
    ...accessWords(service),
    waitingWords(service),
    ...(unsafe.length === 0 ? [safetyWords(basis)] : unsafe),
    ...(basis === undefined ? [] : [eveningWords(basis, problem)]),
    `The week costs ${pounds(cost.total)}.`,
  ]
}

const IF_KEPT = 'if every appointment stays where this rota puts it'
const OFFICIAL = `Measured as the contract does: General Consultation Acute, without triage, ${IF_KEPT}.`
const PLAIN = `That is ${IF_KEPT}.`
const BUSY = 'The rota is planned for busy days: four days in five are no busier.'

/** Same-day patients who are missed but not counted in the headline: "4 of 171 patients for triage have nobody that day". */
function unmeasured({ byNeed }: ServiceReport, needs: Problem['needs']): string[] {
  if (!needs.some(({ official }) => official)) return []
  const figures = needs
    .filter(({ official, withinDays }) => !official && withinDays === 0)
    .flatMap(({ id, title }) => byNeed.filter(({ need }) => need === id).map((figure) => ({ ...figure, title })))
    .filter(({ due, inTime }) => due - inTime >= 0.5)
  return figures.map(({ title, due, inTime }) => {
    const missed = Math.round(due - inTime)
    return `Not counted in it: ${whole(missed)} of ${counted(Math.round(due), 'patient')} for "${title}" ${missed === 1 ? 'has' : 'have'} nobody on the day.`
  })
}

/** Names the safety rules that are satisfied, so that readers don't have to look up what safety means here. */
function safetyWords(basis: BasisReport | undefined): string {
  const named = basis === undefined || basis.safety.length === 0 ? '' : `: ${basis.safety.join(', ')}`
  return `Every rule of safety is kept${named}.`
}

function eveningWords({ enhancedAccess }: BasisReport, { horizon, sites }: Problem): string {
  if (enhancedAccess === null) return 'Evenings and Saturdays are not in this document, so none are planned.'
  const { offered, owed } = enhancedAccess
  const owes = owed === undefined ? '' : `; the network owes ${hours(owed)}`
  const late = horizon.sessions.filter((session) => session.enhancedAccess)
  const isClosed = late.some(({ index }) => sites.every(({ open }) => open[index] !== true))
  const later =
    isClosed && owed !== undefined && offered < owed ? ' (what closed days lose may be made up the week after)' : ''
  return `Evenings and Saturdays (enhanced access) offer ${hours(offered)} of appointments${owes}${later}.`
}

/** The contract's two measures of non-urgent access. */
function accessWords({ withinOneWeek, withinTwoWeeks }: ServiceReport): string[] {
  if (withinOneWeek.due === 0) return []
  return [
    `Of the non-urgent patients who are seen (whoever has waited longest comes first), ${percent(withinOneWeek.share)} are seen within one week of asking and ${percent(withinTwoWeeks.share)} within two.`,
  ]
}

function waitingWords({ overdue }: ServiceReport): string {
  const late = Math.round(overdue.contacts)
  if (late === 0) return 'No routine patient waits past their target.'
  const still = Math.round(overdue.waiting)
  const days = overdue.days === 0 ? '' : `, ${counted(overdue.days, 'day')} at most`
  return `${counted(late, 'patient')} ${late === 1 ? 'waits' : 'wait'} past their target${days}${still === 0 ? '' : `; ${still === late ? 'all' : whole(still)} still wait at the end`}.`
}
