/** Rows that ask for a GP in some building of the network in a session. */
import { meetsNeeds } from '../../src/rota.ts'
import type { Draft, Placement, Term } from '../model/draft.ts'

/**
 * At least one person who may hold duty sees patients or supervises in a building; unless `throughout`, only if anybody sees patients.
 * Remote work is in no building.
 */
export function gpInABuilding(draft: Draft, here: readonly Placement[], throughout: boolean): void {
  const { problem } = draft
  const isGp = (role: string) => problem.roleById.get(role)?.duty === true
  const present = here.filter((p) => isGp(p.role) && ['clinic', 'duty', 'supervision'].includes(p.work))
  const sessions = new Set(here.map((p) => p.session))
  const byTelephone = problem.cadres
    .filter((cadre) => isGp(cadre.role))
    .flatMap((cadre) => problem.sites.flatMap((site) => [...sessions].map((s) => draft.remote(cadre.id, site.id, s))))
    .flatMap((column): Term[] => (column === undefined ? [] : [[column, -1]]))
  const gps = [...present.map((p): Term => [p.column, 1]), ...byTelephone]
  if (throughout) {
    draft.atLeast(gps, 1)
    return
  }
  const working = here.filter((p) => meetsNeeds(p.work))
  if (working.length === 0) return
  // 1 if anybody sees patients.
  const anybody = draft.column(0, 1)
  const each = working.map((p): Term[] => [
    [anybody, 1],
    [p.column, -1],
  ])
  for (const terms of each) draft.define(terms, 0, 1)
  draft.atLeast([...gps, [anybody, -1]], 0)
}
