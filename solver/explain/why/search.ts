/** Finds the nearest rota in which the answer is yes, letting growing circles of people move around the person asked about. */
import type { Level } from '../../../src/breach.ts'
import type { Question } from '../../../src/question.ts'
import type { Rota } from '../../../src/rota.ts'
import type { Engine } from '../../engines/engine.ts'
import { floorOf } from '../../facts/level-units.ts'
import type { Placement } from '../../model/draft.ts'
import { nearest, type Proof } from '../../search/nearest.ts'
import { polish } from '../../search/polish.ts'
import { decisionsOf, heldOf, isPlacement, type Posed, type RotaDecision, rotaAt } from './posed.ts'

/** The given rota as a point of its week's programme. */
export interface Before {
  readonly posed: Posed
  readonly point: Float64Array
  readonly rota: Rota
  readonly values: ReadonlyMap<Level, number>
}

export interface Search {
  readonly before: Before
  /** The week with the question pinned. */
  readonly posed: Posed
  readonly question: Question
  readonly engine: Engine
  readonly seconds: number
  readonly onStep: (words: string) => void
}

/** Moves of others cost twice as much as moves of the person asked about. */
const [OWN_MOVE, MOVE] = [0.5, 1]

/**
 * First only the person moves; then others on that day at the sites concerned; in a small week then
 * everybody on that day and of that role, and finally everybody.
 */
export async function search(task: Search): Promise<{ rota: Rota; proof: Proof } | undefined> {
  const { before, posed, question, engine, seconds, onStep } = task
  const { problem } = posed
  const { seed, gap } = problem.solve
  const found = await nearest<RotaDecision>({
    before: { ...before, model: before.posed.model, decisions: decisionsOf(before.rota, before.posed) },
    asked: { model: posed.model, decisions: decisionsOf(before.rota, posed) },
    circles: circles(task).map(({ name, isFree }) => ({ name, heldOf: (decisions) => heldOf(decisions, isFree) })),
    weightOf: ({ of }) => (!isPlacement(of) ? 0 : of.person === question.person ? OWN_MOVE : MOVE),
    means: { engine, seed, seconds, gap, onStep, floorOf: (level) => floorOf(level, problem) },
  })
  if (found === undefined) return undefined
  const polished = await polish(posed.model, found.point, { engine, seed })
  return { rota: rotaAt(posed, polished.point), proof: found.proof }
}

type IsFree = (p: Placement) => boolean

function circles({ question, posed: { problem } }: Search): { readonly name: string; readonly isFree: IsFree }[] {
  const own = problem.personById.get(question.person)
  const dayOf = (session: number) => problem.horizon.sessions[session]?.day
  const days = new Set(question.sessions.map(dayOf))
  const sites = new Set([...(own?.sites ?? []), ...(question.site === null ? [] : [question.site])])
  const alone: IsFree = (p) => p.person === question.person
  const around: IsFree = (p) => alone(p) || (days.has(dayOf(p.session)) && sites.has(p.site))
  const wider: IsFree = (p) => around(p) || days.has(dayOf(p.session)) || p.role === own?.role
  return [
    { name: `moving ${own?.name ?? 'one person'} alone`, isFree: alone },
    { name: 'moving the others of that day and place', isFree: around },
    { name: 'moving everybody of that day and role', isFree: wider },
    { name: 'moving everybody', isFree: () => true },
  ]
}
