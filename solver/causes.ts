/** Why a finding is as it is: facts of the week and of the rota, in words. No model, no engine. */
import type { Breach } from '../src/breach.ts'
import type { Problem } from '../src/problem.ts'
import type { UnmetReport } from '../src/report.ts'
import type { Rota } from '../src/rota.ts'
import { BY_RULE } from './causes/by-rule.ts'
import { ofSession, ofWeek, whoIsThere } from './causes/person.ts'
import { type Scene, sceneOf } from './causes/scene.ts'
import { missOn, whyUnmet } from './causes/unmet.ts'
import type { Rule } from './rule.ts'

/** Causes of one rota's findings. */
export interface Causes {
  /** Undefined where the finding's own sentence says all that is known. */
  readonly ofBreach: (rule: Rule, breach: Breach) => string | undefined
  readonly ofUnmet: (unmet: UnmetReport) => string | undefined
}

export function causesOf(problem: Problem, rota: Rota): Causes {
  const scene = sceneOf(problem, rota)
  return {
    ofBreach: (rule, breach) => (BY_RULE[rule.id] ?? ofAnybody)(scene, breach, rule),
    ofUnmet: ({ site, need: id, date }) => {
      const need = problem.needById.get(id)
      const day = problem.horizon.days.indexOf(date)
      return need === undefined || day < 0 ? undefined : whyUnmet(scene, missOn(scene, { site, need, day }))
    },
  }
}

/** What a person does at the time of the breach, or who is at its place, where it names such. */
function ofAnybody(scene: Scene, breach: Breach): string | undefined {
  if ((breach.people ?? []).length > 0)
    return breach.session === undefined ? ofWeek(scene, breach) : ofSession(scene, breach)
  return breach.session === undefined || breach.site === undefined
    ? undefined
    : whoIsThere(scene, breach.site, breach.session)
}
