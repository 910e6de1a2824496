/** Converts rows with a date and part to rows with a session index. */
import type { EarlierWork, Pin } from '../../problem.ts'
import { type Assignment, WORKS } from '../../rota.ts'
import { type Horizon, sessionBefore } from '../../time.ts'
import type { AssignmentDocument, RotaDocument } from '../rota-document.ts'

/** Index of a session by date and part; undefined if the horizon has no such session. */
export type SessionIndex = (moment: { readonly date: string; readonly part: string }) => number | undefined

export function sessionIndex(horizon: Horizon): SessionIndex {
  const byMoment = new Map(horizon.sessions.map((session) => [`${session.date} ${session.part}`, session.index]))
  return ({ date, part }) => byMoment.get(`${date} ${part}`)
}

export function pinsOf(document: Pick<RotaDocument, 'pins'>, indexOf: SessionIndex): Pin[] {
  return (document.pins ?? []).flatMap((pin) => {
    const session = indexOf(pin)
    const work = pin.work === 'off' ? 'off' : WORKS.find((known) => known === pin.work)
    if (session === undefined || !work) return []
    return [{ person: pin.person, session, site: work === 'off' ? null : (pin.site ?? null), work }]
  })
}

export function assignmentsOf(rows: readonly AssignmentDocument[], indexOf: SessionIndex): Assignment[] {
  return rows.flatMap((row) => {
    const session = indexOf(row)
    const work = WORKS.find((known) => known === row.work)
    return session === undefined || !work
      ? []
      : [{ person: row.person, session, site: row.site, work, remote: row.remote ?? false }]
  })
}

/** In order of time, without duplicates. */
export function earlierWorkOf(rows: readonly AssignmentDocument[], horizon: Horizon): EarlierWork[] {
  const known = new Map<string, EarlierWork>()
  for (const { person, date, part, site, work: word } of rows) {
    const session = sessionBefore(horizon, date, part)
    const work = WORKS.find((one) => one === word)
    if (session !== undefined && work !== undefined)
      known.set(`${person} ${date} ${part} ${site} ${work}`, { person, site, work, session })
  }
  return [...known.values()].sort((a, b) => a.session.starts.localeCompare(b.session.starts))
}
