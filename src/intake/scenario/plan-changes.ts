/** Converts a quarter of a workforce plan to changes of the document, in the form scenarios use. */
import { WEEKS_A_QUARTER } from '../../pay-weeks.ts'
import type { RotaDocument } from '../rota-document.ts'
import { usualSkills } from './people-changes.ts'
import { type StepOf, WEEKS_TO_HIRE } from './plan-schemas.ts'

interface Common<K, S> {
  readonly kind: K
  readonly step: S
  /** True if decided by the network; other steps happen with or without the plan. */
  readonly decided: boolean
  /** The quarter in which it starts. */
  readonly quarter: number
  /** Path within the plan. */
  readonly at: readonly (string | number)[]
}

export type PlanStep =
  | Common<'recruit', StepOf<'recruit'>>
  | Common<'train', StepOf<'train'>>
  | Common<'leave', StepOf<'leave'>>
  | Common<'pay', StepOf<'pay'>>
  | Common<'demand', StepOf<'demand'>>

/** Leavers come first and recruits last, so that other steps don't apply to recruits. */
const ORDER: readonly PlanStep['kind'][] = ['leave', 'pay', 'demand', 'train', 'recruit']

export function changesIn(quarter: number, steps: readonly PlanStep[], document: RotaDocument): object[] {
  return ORDER.flatMap((kind) =>
    steps.filter((step) => step.kind === kind).flatMap((step) => changeOf(step, quarter, document)),
  )
}

function changeOf(planned: PlanStep, quarter: number, document: RotaDocument): object[] {
  if (quarter < planned.quarter) return []
  switch (planned.kind) {
    case 'leave':
      return [{ remove: without(planned.step, ['quarter']) }]
    case 'pay':
      return [{ pay: without(planned.step, ['quarter']) }]
    case 'demand':
      return [{ demand: without(planned.step, ['quarter']) }]
    case 'recruit': {
      const share = shareInPost(planned, quarter)
      const rest = without(planned.step, ['quarter', 'weeks', 'cost'])
      return share === 0 ? [] : [{ add: { ...rest, sessions: planned.step.sessions * share } }]
    }
    case 'train':
      return [{ change: trained(planned, quarter, document) }]
  }
}

/** The share of a quarter during which a recruit is in post, used to scale their sessions to a mean week. */
export function shareInPost({ step, quarter: asked }: Common<'recruit', StepOf<'recruit'>>, quarter: number): number {
  const weeks = WEEKS_A_QUARTER * (quarter - asked + 1) - (step.weeks ?? WEEKS_TO_HIRE)
  return Math.min(1, Math.max(0, weeks / WEEKS_A_QUARTER))
}

/** During training, learning is protected time; afterwards the person has a new role or new skills. */
function trained(
  { step, quarter: first }: Common<'train', StepOf<'train'>>,
  quarter: number,
  document: RotaDocument,
): object {
  const own = document.people.find(({ id }) => id === step.person)
  if (quarter < first + step.quarters)
    return { person: step.person, contract: { protected: (own?.contract.protected ?? 0) + step.sessions } }
  const usual = step.to === undefined ? [] : usualSkills(document, step.to)
  const skills = [...new Set([...(own?.skills ?? []), ...usual, ...(step.skills ?? [])])]
  return { person: step.person, ...(step.to === undefined ? {} : { role: step.to }), skills }
}

function without<T extends object>(step: T, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(step).filter(([field]) => !fields.includes(field)))
}
