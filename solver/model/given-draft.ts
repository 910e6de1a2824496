/**
 * The programme of a rota that is given: everybody is where it has them, whatever rules that breaks, and what is left to be
 * decided is who is met by whom; and, where rooms are short, who works by telephone, as far as the rota does not say.
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

  /** The rota has the placement: a finding, and no reason to leave it out. */
  override forbid(): void {}

  override openRemote(cadre: string, site: string, session: number, most: number): DraftColumn {
    const column = super.openRemote(cadre, site, session, most)
    const { said = 0, open = 0 } = this.#telephone.get(`${cadre}|${site}|${session}`) ?? {}
    this.lower[column] = said
    this.upper[column] = said + open
    return column
  }
}

/** People of a cadre in clinics of one place and session: those of whom the rota says that they telephone, or does not say. */
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
