/** Contacts waiting in each session of this rota: who could have been seen then and was not. */
import type { Need } from '../../../src/needs.ts'
import type { Clinic } from '../../../src/rota.ts'
import { arrivedIn, backlogAt, returnsInto } from '../../facts/contacts.ts'
import { Memory, type Scene } from './scene.ts'

/** A practice's contacts of one need that should be met by some day. */
export interface Queue {
  readonly site: string
  readonly need: Need
  /** Index of the last day within the target; the horizon's last day by default. */
  readonly until: number
}

const LEFT = new Memory<readonly number[]>()

/** Contacts waiting at the end of each session, by session index; for a same-day need only that day's. */
function leftAfter(scene: Scene, { site, need }: Queue): readonly number[] {
  const { problem } = scene
  return LEFT.of(scene, `${need.id}|${site}`, () => {
    const met = new Map<number, number>()
    for (const c of scene.clinicsFor(need.id, site)) met.set(c.session, (met.get(c.session) ?? 0) + c.contacts)
    const returns = need.followUp ? returnsOf(scene) : new Map<string, number>()
    let left = need.withinDays === 0 ? 0 : backlogAt(problem, need.id, site).reduce((sum, w) => sum + w.contacts, 0)
    let day = -1
    return problem.horizon.sessions.map((session) => {
      if (need.withinDays === 0 && session.day !== day) left = 0
      day = session.day
      left += arrivedIn(problem, need.id, site, session.index) + (returns.get(`${site} ${session.index}`) ?? 0)
      left -= met.get(session.index) ?? 0
      return left
    })
  })
}

const RETURNS = new Memory<Map<string, number>>()

function returnsOf(scene: Scene): Map<string, number> {
  return RETURNS.of(scene, '', () => returnsInto(scene.rota, scene.problem))
}

/**
 * Additional contacts that could be met in the session and would be in time: those waiting from this session until the end of the last day.
 * Routine requests made in the course of a day can be met at any time of that day.
 */
export function waitingIn(scene: Scene, queue: Queue, session: number): number {
  const { sessions } = scene.problem.horizon
  const left = leftAfter(scene, queue)
  const own = sessions[session]
  const meant = sessions.filter((s, n) => {
    const isLast = sessions[n + 1]?.day !== s.day
    if (queue.need.withinDays === 0) return s.day === own?.day && s.index >= session
    return isLast && s.day >= (own?.day ?? 0) && s.day <= queue.until
  })
  return Math.max(
    0,
    Math.min(...meant.map((s) => left[s.index] ?? 0), meant.length === 0 ? 0 : Number.POSITIVE_INFINITY),
  )
}

/** What later clinics then need not meet: the earliest after the last day, as far as too few contacts would be left for them. */
export function metLater(scene: Scene, queue: Queue, contacts: number): Clinic[] {
  const { need, site, until } = queue
  if (need.withinDays === 0) return []
  const { sessions } = scene.problem.horizon
  const left = leftAfter(scene, queue)
  const later = sessions.filter((s) => s.day > until)
  const least = Math.min(...later.map((s) => left[s.index] ?? 0), Number.POSITIVE_INFINITY)
  let lacking = Math.max(0, contacts - Math.max(0, least))
  if (later.length === 0) lacking = 0
  const rows = scene.clinicsFor(need.id, site).filter((c) => (sessions[c.session]?.day ?? 0) > until)
  return [...rows]
    .sort((a, b) => a.session - b.session)
    .flatMap((row) => {
      const taken = Math.min(row.contacts, lacking)
      lacking -= taken
      return taken > 1e-9 ? [{ ...row, contacts: taken }] : []
    })
}
