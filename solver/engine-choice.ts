/** The engine that a document asks for, tested before it decides anything. */
import { BadInput, Defect } from '../src/errors.ts'
import type { Problem } from '../src/problem.ts'
import type { Engine } from './engines/engine.ts'
import { highsEngine } from './engines/highs/highs.ts'
import { JSLP_COLUMNS, JSLP_NAME, jslpEngine } from './engines/jslp/jslp.ts'
import { nativeEngine } from './engines/native/native.ts'
import { selfTest } from './engines/self-test.ts'

export const ENGINE_NAMES = ['auto', 'highs', JSLP_NAME, 'highs-native'] as const

/** An engine, and why it was chosen, in words for the report. */
export interface Choice {
  readonly engine: Engine
  readonly why: string
}

/** `name`: one of ENGINE_NAMES. Throws a BadInput if there is no such engine, or it is not installed on this machine. */
export function chooseEngine(name: string): Choice {
  switch (name) {
    case 'auto':
      return { engine: highsEngine(), why: 'HiGHS, since sessions are whole: it proves how good a rota is.' }
    case 'highs':
      return { engine: highsEngine(), why: 'HiGHS was asked for.' }
    case JSLP_NAME:
      return { engine: jslpEngine(), why: `${JSLP_NAME} was asked for; it takes up to ${JSLP_COLUMNS.mixed} columns.` }
    case 'highs-native': {
      const engine = nativeEngine()
      return { engine, why: `A solver of this machine was asked for; ${engine.name} ${engine.version} was found.` }
    }
    default: {
      const maybe = `One of ${ENGINE_NAMES.join(', ')}.`
      throw new BadInput([
        { pointer: '/solve/engine', detail: 'There is no such engine.', seen: name.slice(0, 40), maybe },
      ])
    }
  }
}

/** Throws a BadInput if the requested engine is unavailable. */
export function choiceFor(problem: Problem): Choice {
  return chooseEngine(problem.solve.engine)
}

/** The same, after a self-test: throws a Defect if the engine gets one of the small known programmes wrong. */
export async function trustedChoice(problem: Problem): Promise<Choice> {
  const choice = choiceFor(problem)
  if (TESTED_AT_START.includes(choice.engine.name)) await trust(choice.engine)
  return choice
}

/** Tested before each solve, which takes milliseconds. Engines in another process are tested only by the test suite. */
const TESTED_AT_START: readonly string[] = ['highs']

/** Throws a Defect if the engine gets one of the small known programmes wrong. */
async function trust(engine: Engine): Promise<void> {
  const { passed, failures } = await selfTest(engine)
  const told = failures.map((f) => `${f.what}: expected ${f.expected}, saw ${f.seen}`)
  if (!passed) throw new Defect(`${engine.name} ${engine.version} fails its self-test. ${told.join('; ')}`)
}
