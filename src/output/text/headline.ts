/** What a manager reads before anything else. */
import { URGENT_TARGET } from '../../policy.ts'
import type { Problem } from '../../problem.ts'
import type { Report, ServiceReport } from '../../report.ts'
import { counted, percent, pounds, whole } from '../figures.ts'

/** "Urgent need dealt with on the same day: 93 % if days are busy, 98 % if they are average (target 90 %)." */
export function headline({ plan, urgent }: ServiceReport): string {
  const planned = percent(urgent.share)
  const share =
    plan === 'mean' ? planned : `${planned} if days are busy, ${percent(urgent.atMean.share)} if they are average`
  return `Urgent need dealt with on the same day: ${share} (target ${percent(URGENT_TARGET)}).`
}

/** The access measures, who is left waiting, what is unsafe, and the cost; one sentence each. */
export function summary({ service, actions, cost }: Report, { needs }: Problem): string[] {
  const unsafe = actions.filter(({ level }) => level === 'never' || level === 'safety').map(({ fact }) => fact)
  return [
    needs.some(({ official }) => official) ? OFFICIAL : PLAIN,
    ...(service.plan === 'p80' ? [BUSY] : []),
    ...accessWords(service),
    waitingWords(service),
    ...(unsafe.length === 0 ? ['Every rule of safety is kept.'] : unsafe),
    `The week costs ${pounds(cost.total)}.`,
  ]
}

const IF_KEPT = 'if every appointment stays where this rota puts it'
const OFFICIAL = `Measured as the contract does: General Consultation Acute, without triage, ${IF_KEPT}.`
const PLAIN = `That is ${IF_KEPT}.`
const BUSY = 'The rota is planned for busy days: four days in five are no busier.'

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
