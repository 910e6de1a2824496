/** Which engine a programme is given, and why, in words that a report can carry. */
import { BadInput } from '../../src/errors.ts'
import type { Engine } from './engine.ts'
import { highsEngine } from './highs/highs.ts'
import { JSLP_COLUMNS, JSLP_NAME, jslpEngine } from './jslp/jslp.ts'
import { nativeEngine } from './native/native.ts'

export const ENGINE_NAMES = ['auto', 'highs', JSLP_NAME, 'highs-native'] as const

export interface Choice {
  readonly engine: Engine
  readonly why: string
}

/** Up to here a linear programme is answered in plain JavaScript before HiGHS has been loaded. */
const SMALL_LINEAR = 300

/**
 * `name`: one of ENGINE_NAMES. `size`: about how many columns there will be. `whole`: whether some must be whole, as in
 * every rota; a staffing mix has none.
 */
export function chooseEngine(name: string, size: number, whole = true): Choice {
  switch (name) {
    case 'auto':
      return automatic(size, whole)
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

function automatic(size: number, whole: boolean): Choice {
  if (whole) return { engine: highsEngine(), why: 'HiGHS, since sessions are whole: it proves how good a rota is.' }
  if (size > SMALL_LINEAR)
    return { engine: highsEngine(), why: `HiGHS, since about ${size} columns are many for plain JavaScript.` }
  return { engine: jslpEngine(), why: `${JSLP_NAME}, since the programme is small and nothing in it must be whole.` }
}
