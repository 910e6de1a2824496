/** An engine that says what it was told to say, for tests of those who listen to engines. */
import { Defect } from '../../src/errors.ts'
import type { Lp } from '../lp/lp.ts'
import type { Answer, Engine, Limits } from './engine.ts'

/** An answer, or what makes one from the question; a function may also throw. */
export type Script = Answer | ((lp: Lp, limits: Limits) => Answer | Promise<Answer>)

export interface ScriptedEngine extends Engine {
  /** What it was asked so far, in order. */
  readonly asked: readonly { readonly lp: Lp; readonly limits: Limits }[]
}

/** Answers in order; a question beyond the last one is a Defect. The answers are not judged: a script may lie. */
export function scriptedEngine(script: readonly Script[]): ScriptedEngine {
  const asked: { lp: Lp; limits: Limits }[] = []
  return {
    name: 'scripted',
    version: '1',
    asked,
    async solve(lp, limits) {
      const next = script[asked.length]
      asked.push({ lp, limits })
      if (next === undefined)
        throw new Defect(`The script has ${script.length} answers; this was question ${asked.length}.`)
      return typeof next === 'function' ? next(lp, limits) : next
    },
  }
}
