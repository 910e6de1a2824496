/** The engine that a document asks for, or the one that suits it; tried before it may decide anything. */
import { Defect } from '../src/errors.ts'
import type { Problem } from '../src/problem.ts'
import { type Choice, chooseEngine } from './engines/choose.ts'
import type { Engine } from './engines/engine.ts'
import { selfTest } from './engines/self-test.ts'

/** Throws a BadInput where the engine that is asked for is not to be had. */
export function choiceFor(problem: Problem): Choice {
  return chooseEngine(problem.solve.engine, problem.people.length * problem.horizon.sessions.length)
}

/** The same, after a self-test: an engine that gets one of the small known programmes wrong is a Defect. */
export async function trustedChoice(problem: Problem): Promise<Choice> {
  const choice = choiceFor(problem)
  if (TESTED_AT_START.includes(choice.engine.name)) await trust(choice.engine)
  return choice
}

/** Started anew for each solve, in milliseconds; an engine of another process is tried by its exam alone. */
const TESTED_AT_START: readonly string[] = ['highs']

/** An engine that gets one of the small known programmes wrong is given no rota to decide. */
async function trust(engine: Engine): Promise<void> {
  const { passed, failures } = await selfTest(engine)
  const told = failures.map((f) => `${f.what}: expected ${f.expected}, saw ${f.seen}`)
  if (!passed) throw new Defect(`${engine.name} ${engine.version} fails its self-test. ${told.join('; ')}`)
}
