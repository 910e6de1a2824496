/** Whether two people may swap sessions of a published week. */
import { Defect } from '../src/errors.ts'
import type { Problem } from '../src/problem.ts'
import type { Assignment, Rota } from '../src/rota.ts'
import type { SwapAnswer } from '../src/swap-answer.ts'
import { trustedChoice } from './engine-choice.ts'
import { checked } from './engines/checked.ts'
import { isInForce } from './facts/rule-settings.ts'
import { HeldWeek } from './replan/held-week.ts'
import { type SwapSide, swapAnswer, swapped } from './replan/swap.ts'
import { RULES } from './rules/index.ts'
import { contactPlan } from './search/contact-plan.ts'

export interface SwapTask {
  readonly problem: Problem
  /** As published. */
  readonly rota: Rota
  readonly sides: readonly [SwapSide, SwapSide]
  /** Index of the first session that has not started. */
  readonly since: number
}

/** Uses an engine, which blocks its thread. */
export async function swapWeek({ problem, rota, sides, since }: SwapTask): Promise<SwapAnswer> {
  const choice = await trustedChoice(problem)
  const engine = checked(choice.engine)
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  try {
    const isBare = rota.clinics.length === 0 && rota.assignments.length > 0
    const before = isBare ? await contactPlan(problem, rota.assignments, { engine, rules }) : rota
    const past = before.clinics.filter(({ session }) => session < since)
    const planned = async (fixed: readonly Assignment[]) => {
      // A swap may break any rule; it is judged as it is.
      const held = new HeldWeek({ problem, rules, engine, fixed, optional: [], past, since, isBroken: true })
      try {
        const plan = await held.plan([])
        if (plan === undefined) throw new Defect('the contacts of a swap cannot be planned')
        return plan.rota
      } finally {
        held.close()
      }
    }
    const people = sides.map(({ person }) => person)
    const after = await planned(swapped(before.assignments, sides))
    // Both rotas get their best contact plan, so that only the swap differs.
    return swapAnswer(problem, { before: await planned(before.assignments), after, people })
  } finally {
    await choice.engine.close?.()
  }
}
