/**
 * The draft of a given rota: people are fixed where the rota has them, whatever rules that breaks. What remains to be decided is who meets
 * which contacts and, if rooms are short, who works by telephone where the rota leaves it open.
 */
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import type { DraftColumn } from '../lp/spaces.ts'
import { Draft } from './draft.ts'

export class GivenDraft extends Draft {
  override readonly isGiven = true
  readonly #telephone: ReadonlyMap<string, Telephone>

  constructor(problem: Problem, assignments: readonly Assignment[]) {
    super(problem, { spots: assignments })
    for (const { column } of this.placements) this.lower[column] = 1
    this.#telephone = telephoneOf(assignments, problem)
    for (const [key, { said }] of this.#telephone) {
      const [cadre = '', site = '', session = ''] = key.split('|')
      if (said > 0) this.openRemote(cadre, site, Number(session), said)
    }
  }

  /** Does nothing: a forbidden placement in a given rota becomes a finding. */
  override forbid(): void {}

  override openRemote(cadre: string, site: string, session: number, most: number): DraftColumn {
    const column = super.openRemote(cadre, site, session, most)
    const { said = 0, open = 0 } = this.#telephone.get(`${cadre}|${site}|${session}`) ?? {}
    this.lower[column] = said
    this.upper[column] = said + open
    return column
  }
}

/** People of a cadre in clinics at one site in one session: known to work by telephone, and open. */
interface Telephone {
  said: number
  open: number
}

function telephoneOf(assignments: readonly Assignment[], problem: Problem): Map<string, Telephone> {
  const found = new Map<string, Telephone>()
  for (const a of assignments) {
    if (a.work !== 'clinic' || !(a.remote || a.mayTelephone)) continue
    const key = `${problem.personById.get(a.person)?.cadre}|${a.site}|${a.session}`
    const here = found.get(key) ?? { said: 0, open: 0 }
    if (a.remote) here.said += 1
    else here.open += 1
    found.set(key, here)
  }
  return found
}
