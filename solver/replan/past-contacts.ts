/** Contacts of past sessions are fixed as the rota has them, whatever is planned from now on. */
import type { Clinic } from '../../src/rota.ts'
import type { DraftColumn } from '../lp/spaces.ts'
import type { Draft } from '../model/draft.ts'

/** Rows hold only within the engines' tolerance of a millionth; fixed values must leave room for that. */
const ROUNDED = 2e-5

/** Fixes the flow in sessions before `since` at the values of these clinics. */
export function holdPast(draft: Draft, past: readonly Clinic[], since: number): void {
  if (since === 0) return
  const flow = draft.flow()
  const met = sums(past, (c) => `${c.session} ${c.site} ${c.cadre} ${c.work} ${c.need}`)
  const taken = sums(past, (c) => `${c.session} ${c.cadre} ${c.need} ${c.patientsOf}`)
  const hold = (column: DraftColumn, value: number) => {
    draft.lower[column] = Math.max(0, value - ROUNDED)
    draft.upper[column] = value + ROUNDED
  }
  for (const post of flow.posts) {
    for (const m of post.met.filter(({ session }) => session < since))
      hold(m.column, met.get(`${m.session} ${m.site} ${m.cadre} ${m.work} ${m.need}`) ?? 0)
  }
  for (const { taken: sent } of flow.pools) {
    for (const t of sent.filter(({ session }) => session < since))
      hold(t.column, taken.get(`${t.session} ${t.cadre} ${t.need} ${t.patientsOf}`) ?? 0)
  }
}

function sums(clinics: readonly Clinic[], key: (c: Clinic) => string): Map<string, number> {
  const found = new Map<string, number>()
  for (const c of clinics) found.set(key(c), (found.get(key(c)) ?? 0) + c.contacts)
  return found
}
