/** Evidence for a board, in sentences without ids or names. */

interface Figure {
  readonly due: number
  readonly inTime: number
}

/** As computed by src/intake/record/evidence.ts. */
export interface EvidenceTold {
  readonly weeks: readonly string[]
  readonly unpublished: readonly string[]
  readonly safety: readonly { readonly published: number; readonly draft: number | null }[]
  readonly fairness: readonly { readonly above: number }[]
  readonly protectedTime: { readonly promised: number; readonly planned: number }
  readonly wishes: { readonly asked: number; readonly granted: number }
  readonly changes: Readonly<Record<'sameDay' | 'withinWeek' | 'withinFourWeeks' | 'longer', number>> | null
  readonly service: Readonly<Record<'urgent' | 'routine' | 'withinOneWeek' | 'withinTwoWeeks', Figure>>
}

export function evidenceInWords(told: EvidenceTold): string[] {
  const { weeks, unpublished, protectedTime, wishes } = told
  if (weeks.length === 0) return ['No rota was published in this period.']
  return [
    `${some(weeks.length, 'week')} had a published rota${unpublished.length === 0 ? '.' : `, ${unpublished.length} had none.`}`,
    ...safetyWords(told),
    ...serviceWords(told),
    ...(told.fairness.length === 0
      ? []
      : [
          `Nobody in a role of three people or more was planned for more than ${Math.max(...told.fairness.map(({ above }) => above))} sessions of a kind above their fair share.`,
        ]),
    ...(protectedTime.promised === 0
      ? []
      : [
          protectedTime.planned >= protectedTime.promised
            ? `All protected time in contracts was planned: ${some(protectedTime.planned, 'session')}.`
            : `${protectedTime.planned} of ${protectedTime.promised} sessions of protected time in contracts were planned.`,
        ]),
    ...(wishes.asked === 0 ? [] : [`${wishes.granted} of ${some(wishes.asked, 'wish', 'wishes')} came true.`]),
    ...changeWords(told),
  ]
}

function safetyWords({ safety }: EvidenceTold): string[] {
  const published = safety.reduce((sum, week) => sum + week.published, 0)
  const clear = safety.filter((week) => week.published === 0).length
  const resolved = safety.reduce((sum, week) => sum + Math.max(0, (week.draft ?? week.published) - week.published), 0)
  return [
    published === 0
      ? 'No published rota broke a safety rule.'
      : brokenWords({ weeks: safety.length, clear, findings: some(published, 'safety finding') }),
    ...(resolved === 0
      ? []
      : [`${some(resolved, 'safety finding')} of first drafts had been resolved before publication.`]),
  ]
}

interface Broken {
  readonly weeks: number
  /** Weeks without a finding. */
  readonly clear: number
  readonly findings: string
}

function brokenWords({ weeks, clear, findings }: Broken): string {
  if (weeks === 1) return `The published rota has ${findings}.`
  if (clear === 0) return `Each of ${weeks} weeks broke a safety rule; there are ${findings} in all.`
  const others = weeks - clear === 1 ? `the other has ${findings}` : `the others have ${findings} between them`
  return `${clear} of ${weeks} weeks broke no safety rule; ${others}.`
}

function serviceWords({ service }: EvidenceTold): string[] {
  const { urgent, routine, withinOneWeek, withinTwoWeeks } = service
  return [
    ...(urgent.due === 0 ? [] : [`Planned: ${percent(urgent)} of urgent patients dealt with on the same day.`]),
    ...(routine.due === 0 ? [] : [`Planned: ${percent(routine)} of other patients seen within their target.`]),
    ...(withinOneWeek.due === 0
      ? []
      : [
          `Of non-urgent patients seen, ${percent(withinOneWeek)} within one week and ${percent(withinTwoWeeks)} within two.`,
        ]),
  ]
}

function changeWords({ changes }: EvidenceTold): string[] {
  if (changes === null) return []
  const { sameDay, withinWeek, withinFourWeeks, longer } = changes
  const all = sameDay + withinWeek + withinFourWeeks + longer
  if (all === 0) return ['No session was changed after publication.']
  return [
    `${some(all, 'session')} changed after publication: ${sameDay} on the day or later, ${withinWeek} with up to a week’s notice, ${withinFourWeeks} with up to four weeks’, ${longer} with more.`,
  ]
}

function some(count: number, word: string, plural = `${word}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? word : plural}`
}

/** Never shows 100% if anybody was missed. */
function percent({ due, inTime }: Figure): string {
  const share = due === 0 ? 1 : inTime / due
  return `${share >= 1 ? 100 : Math.min(99, Math.round(share * 100))}%`
}
