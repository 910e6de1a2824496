/** One exam, sat by every engine. A case is a fact about engines; each was a trap that some solver fell into. */
import { afterAll, describe, test } from 'vitest'
import type { Engine } from '../../solver/engines/engine.ts'
import { broken } from './cases/broken.ts'
import { limits } from './cases/limits.ts'
import { shapes } from './cases/shapes.ts'
import { status } from './cases/status.ts'
import { wrongOptimal } from './cases/wrong-optimal.ts'

export interface Case {
  readonly fact: string
  run(engine: Engine): Promise<void>
}

/** Cases that an engine is excused from, by their facts, with the reason why. */
export interface Excuse {
  readonly reason: string
  readonly cases: readonly string[]
}

const CASES: readonly Case[] = [...status, ...shapes, ...wrongOptimal, ...limits, ...broken]

export function everyEngine(name: string, make: () => Engine, excuses: readonly Excuse[] = []): void {
  const excused = excuses.flatMap((excuse) => excuse.cases)
  const unknown = excused.filter((fact) => !CASES.some((one) => one.fact === fact))
  if (unknown.length > 0) throw new Error(`No such case: ${unknown.join('; ')}`)
  describe(`exam: ${name}`, () => {
    const engine = make()
    afterAll(() => engine.close?.())
    for (const one of CASES) if (!excused.includes(one.fact)) test(one.fact, () => one.run(engine))
  })
}
