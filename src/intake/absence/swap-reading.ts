/** Reads a swap (who gives which session to whom) and validates it against the published rota. */
import { z } from 'zod'
import type { Problem } from '../../problem.ts'
import type { Assignment } from '../../rota.ts'
import { isDay } from '../../time.ts'
import { Complaints } from '../document/complaints.ts'
import { complainOf } from '../document/wording.ts'
import { firstOpen } from './absence-reading.ts'
import { type Moment, moment } from './moment.ts'

const sideSchema = z.strictObject({
  person: z.string().describe('By id.'),
  date: z.string().refine(isDay, 'must be a day that exists, written as YYYY-MM-DD.'),
  part: z.string().describe('By id: am, pm …'),
})

/** Two people, each with the session they give away. A person who isn't working in it only takes over the other’s. */
export const swapSchema = z.tuple([sideSchema, sideSchema])

export interface ReadSide {
  readonly person: string
  readonly session: number
}

function textsOf(side: unknown): Partial<z.infer<typeof sideSchema>> {
  const texts = Object.entries(Object(side)).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(texts)
}

/** Throws one BadInput with every error. */
export function readSwap(
  value: unknown,
  {
    problem,
    assignments,
    now,
  }: { readonly problem: Problem; readonly assignments: readonly Assignment[]; readonly now: Moment },
): readonly [ReadSide, ReadSide] {
  const complaints = new Complaints()
  const read = swapSchema.safeParse(value)
  if (!read.success) complainOf(read.error.issues, { at: [], value, schema: swapSchema }, complaints)
  const since = firstOpen(problem, now)
  // Even if the shape is wrong, check whatever can be read.
  const sides = (Array.isArray(value) ? value.slice(0, 2) : []).map((side: unknown, n): ReadSide => {
    const { person, date, part } = textsOf(side)
    if (person !== undefined && !problem.personById.has(person))
      complaints.add([n, 'person'], 'There is no person with this id.', {
        seen: person,
        among: problem.personById.keys(),
      })
    const session = problem.horizon.sessions.find((one) => one.date === date && one.part === part)
    if (date === undefined || !isDay(date) || part === undefined) return { person: person ?? '', session: -1 }
    if (session === undefined) complaints.add([n, 'date'], 'The rota has no such session.', { seen: `${date} ${part}` })
    else if (session.index < since)
      complaints.add([n, 'date'], `This session has begun: it is ${moment(now)}.`, { seen: `${date} ${part}` })
    return { person: person ?? '', session: session?.index ?? -1 }
  })
  const [a, b] = sides
  if (a === undefined || b === undefined) return complaints.refuse()
  if (a.person === b.person && a.person !== '')
    complaints.add([1, 'person'], 'These are two sessions of one person.', { seen: b.person })
  complaints.throwIfAny()
  const has = (side: ReadSide) => assignments.some((one) => one.person === side.person && one.session === side.session)
  if (!has(a) && !has(b)) complaints.add([], 'Neither of them works in their session, so there is nothing to swap.')
  complaints.throwIfAny()
  return [a, b]
}
