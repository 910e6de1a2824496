/** Who debriefs whom, for a terminal. */
import { grouped } from '../../grouped.ts'
import { TRAINEE_MINUTES } from '../../policy.ts'
import type { Problem } from '../../problem.ts'
import type { RotaReport } from '../../report.ts'
import { shortDay } from '../../time.ts'
import type { DebriefReport } from '../../week-book.ts'
import { counted } from '../figures.ts'
import type { Print } from './print.ts'
import { shortPart } from './short-part.ts'
import { wrap } from './wrap.ts'

/** One line per person in training. Others, who only ask questions now and then, appear if everything is printed. */
export function debriefLines({ debriefs }: RotaReport, problem: Problem, print: Print): string[] {
  const own = debriefs.filter(({ site }) => print.site === undefined || site === print.site)
  const byPerson = grouped(own, ({ person }) => person)
  const training = byPerson.filter(([row]) => isTrainee(row?.person ?? '', problem))
  const others = byPerson.filter((rows) => !training.includes(rows))
  const shown = print.all === true ? [...training, ...others] : training
  const left =
    others.length === 0 || print.all === true
      ? []
      : [`${whoElse(others.length, training.length > 0)} may ask a supervisor in each session: --all prints whom.`]
  const lines = shown.flatMap((rows) => wrap(lineOf(rows, problem), print.width, 4))
  return lines.length + left.length === 0 ? ['Nobody works under supervision.'] : [...lines, ...left]
}

/** "2 others" if somebody is in training; otherwise "5 people". */
function whoElse(count: number, areOthers: boolean): string {
  if (areOthers) return counted(count, 'other')
  return count === 1 ? '1 person' : `${count} people`
}

/** True if the person has long debriefs, as trainees do, rather than occasional questions. */
export function isTrainee(person: string, problem: Problem): boolean {
  const role = problem.roleById.get(problem.personById.get(person)?.role ?? '')
  return (role?.supervision?.minutes ?? 0) >= TRAINEE_MINUTES
}

/** "GP registrar 1, 30 min a session: Mon am GP 1, Mon pm GP 1". */
function lineOf(rows: readonly DebriefReport[], problem: Problem): string {
  const name = (id: string) => problem.personById.get(id)?.name ?? id
  const day = (date: string) => (problem.horizon.weeks > 1 ? shortDay(date) : shortDay(date).slice(0, 3))
  const sessions = rows.map(
    ({ date, part, supervisor }) =>
      `${day(date)} ${shortPart(part)} ${supervisor === null ? 'NOBODY' : name(supervisor)}`,
  )
  const longest = Math.max(...rows.map(({ minutes }) => minutes))
  return `${name(rows[0]?.person ?? '')}, ${longest} min a session: ${sessions.join(', ')}`
}
