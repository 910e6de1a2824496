/** Clinics for which a rota has no patients. */
import type { ActionReport } from '../../../src/action.ts'
import { grouped } from '../../../src/grouped.ts'
import type { Problem } from '../../../src/problem.ts'
import type { AssignmentReport } from '../../../src/report.ts'
import type { AppointmentReport } from '../../../src/week-book.ts'
import { count, personName } from '../../../src/wording/names.ts'
import { listed } from '../../../src/wording/people.ts'
import { momentWords } from './moments.ts'

/** One line per practice: people whose time could be used otherwise, or saved. */
export function emptyClinics(
  problem: Problem,
  assignments: readonly AssignmentReport[],
  appointments: readonly AppointmentReport[],
): ActionReport[] {
  const booked = new Set(appointments.map(({ person, date, part }) => `${person} ${date} ${part}`))
  const empty = assignments.filter(
    ({ person, date, part, work }) => work === 'clinic' && !booked.has(`${person} ${date} ${part}`),
  )
  return grouped(empty, ({ site }) => site).map((mine) => {
    const byPerson = grouped(mine, ({ person }) => person)
    const people = byPerson.map((own) => `${personName(own[0]?.person, problem)} on ${momentWords(own, problem)}`)
    const each = byPerson.map(
      (own) =>
        `${personName(own[0]?.person, problem)} (${momentWords(own, problem)}${own.length > 1 ? `, ${own.length}` : ''})`,
    )
    return {
      who: 'practice',
      site: mine[0]?.site ?? '',
      level: 'wellbeing',
      fact: `${count(mine.length, 'clinic')} with nobody to see: ${listed(each)}.`,
      sentence: `Find other work for ${listed(people)}: there is nobody left for them to see.`,
      findings: mine.length,
    }
  })
}
