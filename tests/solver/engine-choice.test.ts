import { expect, test } from 'vitest'
import { chooseEngine, ENGINE_NAMES } from '../../solver/engine-choice.ts'
import { findNative } from '../../solver/engines/native/solvers.ts'
import { BadInput } from '../../src/errors.ts'

test('who asks for no engine is given HiGHS, and the reason is a sentence', () => {
  const { engine, why } = chooseEngine('auto')
  expect(engine.name).toBe('highs')
  expect(why).toMatch(/^HiGHS, since .*\.$/)
})

test('who is asked for is taken, with the version that is installed', () => {
  expect(chooseEngine('highs').engine).toMatchObject({ name: 'highs', version: '1.15.3' })
  expect(chooseEngine('javascript-lp-solver').engine).toMatchObject({
    name: 'javascript-lp-solver',
    version: '1.0.3',
  })
})

test('an unknown engine is bad input that names those there are', () => {
  expect(() => chooseEngine('gurobi')).toThrow(BadInput)
  try {
    chooseEngine('gurobi')
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
  if (findNative() === null) expect(() => chooseEngine('highs-native')).toThrow(BadInput)
  else expect(chooseEngine('highs-native').engine.name).toMatch(/-native$/)
})
