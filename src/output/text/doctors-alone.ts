/** Half-days on which a site has one doctor or none in the building: useful to know beforehand, but not a rule. */
import { DUTY_ROLES } from '../../policy.ts'
import type { Problem } from '../../problem.ts'
import type { Report } from '../../report.ts'
import { shortDay } from '../../time.ts'
import type { Paper } from './ink.ts'
import { shortPart } from './short-part.ts'
import { wrap } from './wrap.ts'

/** Above this number, half-days are only counted. */
const NAMED = 6

/** People in a building on one half-day who may hold the duty. */
interface HalfDay {
  readonly name: string
  readonly people: readonly string[]
}

/** Considers core half-days in one week on which the site is open and staffed. A site that never has a doctor gets no line. */
export function aloneLines(
  { assignments }: Report,
  problem: Problem,
  { site, week, paper }: { readonly site: string; readonly week: number; readonly paper: Paper },
): string[] {
  const roleOf = (person: string) => problem.roleById.get(problem.personById.get(person)?.role ?? '')
  const here = assignments.filter((a) => a.site === site && a.remote !== true)
  const open = problem.siteById.get(site)?.open ?? []
  const halfDays = problem.horizon.sessions
    .filter((s) => s.week === week && !s.enhancedAccess && open[s.index] === true)
    .flatMap(({ date, part }): HalfDay[] => {
      const there = here.filter((a) => a.date === date && a.part === part)
      const doctors = there.filter(({ person }) => roleOf(person)?.duty === true).map(({ person }) => person)
      return there.length === 0 ? [] : [{ name: `${shortDay(date).slice(0, 3)} ${shortPart(part)}`, people: doctors }]
    })
  if (halfDays.every(({ people }) => people.length === 0)) return []
  const doctor = problem.roles.every(({ id, duty }) => !duty || DUTY_ROLES.includes(id)) ? 'GP' : 'possible duty doctor'
  const one = halfDays.filter(({ people }) => people.length === 1)
  const none = halfDays.filter(({ people }) => people.length === 0)
  const nameOf = (id: string | undefined) => problem.personById.get(id ?? '')?.name ?? ''
  return [
    ...lines(
      `Only one ${doctor} in the building`,
      one.map((h) => `${h.name} (${nameOf(h.people[0])})`),
      paper,
    ),
    ...lines(
      `No ${doctor} in the building`,
      none.map(({ name }) => name),
      paper,
    ),
  ]
}

function lines(what: string, halfDays: readonly string[], paper: Paper): string[] {
  if (halfDays.length === 0) return []
  const names = halfDays.length > NAMED ? `${halfDays.length} half-days` : halfDays.join(', ')
  return wrap(`${what}: ${names}.`, paper.width, 2)
}
