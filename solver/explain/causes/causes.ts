/** Why a finding exists: facts of the week and the rota, in words. Uses neither model nor engine. */
import type { Breach } from '../../../src/breach.ts'
import type { Problem } from '../../../src/problem.ts'
import type { UnmetReport } from '../../../src/report.ts'
import type { Rota } from '../../../src/rota.ts'
import type { Rule } from '../../rules/rule.ts'
import { causeOfBreach } from './by-rule.ts'
import type { Cause } from './cause.ts'
import { type Scene, sceneOf } from './scene.ts'
import { missOn, ruleOfNeed, whyUnmet } from './unmet.ts'
import { causeInWords } from './wording.ts'

/** Returns the causes of one rota's findings. */
export interface Causes {
  /** Undefined if the finding's own sentence says everything. */
  readonly ofBreach: (rule: Rule, breach: Breach) => string | undefined
  readonly ofUnmet: (unmet: UnmetReport) => string | undefined
}

export function causesOf(problem: Problem, rota: Rota): Causes {
  const scene = sceneOf(problem, rota)
  const words = (cause: Cause) => (cause.length === 0 ? undefined : causeInWords(cause, problem))
  return {
    ofBreach: (rule, breach) => words(causeOfBreach(scene, breach, rule)),
    ofUnmet: (unmet) => words(causeOfUnmet(scene, unmet)),
  }
}

/** Why contacts that a report lists as not met in time are not. */
export function causeOfUnmet(scene: Scene, { site, need: id, date }: UnmetReport): Cause {
  const { problem } = scene
  const need = problem.needById.get(id)
  const day = problem.horizon.days.indexOf(date)
  const aim = need === undefined ? undefined : ruleOfNeed(scene, need)
  return need === undefined || day < 0 || aim === undefined
    ? []
    : whyUnmet(scene, missOn(scene, { site, need, day, aim }))
}
