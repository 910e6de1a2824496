import { expect, test } from 'vitest'
import { chooseEngine, ENGINE_NAMES } from '../../solver/engines/choose.ts'
import { findNative } from '../../solver/engines/native/solvers.ts'
import { BadInput } from '../../src/errors.ts'

test('a rota is given to HiGHS, whatever its size, and the reason is a sentence', () => {
  for (const size of [10, 400, 100_000]) {
    const { engine, why } = chooseEngine('auto', size)
    expect(engine.name).toBe('highs')
    expect(why).toMatch(/^HiGHS, since .*\.$/)
  }
})

test('a small mix without whole columns is answered in plain JavaScript, a large one by HiGHS', () => {
  expect(chooseEngine('auto', 285, false).engine.name).toBe('javascript-lp-solver')
  expect(chooseEngine('auto', 1425, false).engine.name).toBe('highs')
})

test('who is asked for is taken, with the version that is installed', () => {
  expect(chooseEngine('highs', 10).engine).toMatchObject({ name: 'highs', version: '1.15.3' })
  expect(chooseEngine('javascript-lp-solver', 10).engine).toMatchObject({
    name: 'javascript-lp-solver',
    version: '1.0.3',
  })
})

test('an unknown engine is bad input that names those there are', () => {
  expect(() => chooseEngine('gurobi', 10)).toThrow(BadInput)
  try {
    chooseEngine('gurobi', 10)
  } catch (error) {
    const { complaints } = error as BadInput
    expect(complaints).toEqual([
      {
        pointer: '/solve/engine',
        detail: 'There is no such engine.',
        seen: 'gurobi',
        maybe: `One of ${ENGINE_NAMES.join(', ')}.`,
      },
    ])
  }
})

test('a native engine that this machine lacks is bad input, not a crash', () => {
  if (findNative() === null) expect(() => chooseEngine('highs-native', 10)).toThrow(BadInput)
  else expect(chooseEngine('highs-native', 10).engine.name).toMatch(/-native$/)
})
