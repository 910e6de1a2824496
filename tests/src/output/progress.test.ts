import { expect, it } from 'vitest'
import { progressLine } from '../../../src/output/progress.ts'

const START = { stage: 'building', level: null, best: null, gap: null, seconds: 0.4 }

it('says what is being done before there is a figure', () => {
  expect(progressLine(START, 80)).toBe('Building: 0 s')
})

it('tells the best value, the distance from the best possible and the time', () => {
  const line = progressLine({ stage: 'urgent', level: 'urgent', best: 14.23, gap: 0.0302, seconds: 12.3 }, 80)
  expect(line).toBe('Urgent need: best 14.2, at most 3.1 % from the best possible, 12 s')
})

it('leaves out what is still infinite', () => {
  const line = progressLine(
    { ...START, level: 'cost', best: Number.POSITIVE_INFINITY, gap: Number.POSITIVE_INFINITY },
    80,
  )
  expect(line).toBe('Cost: 0 s')
})

it('never runs over the line', () => {
  const line = progressLine({ stage: 'urgent', level: 'urgent', best: 14.23, gap: 0.03, seconds: 12 }, 30)
  expect(line).toHaveLength(30)
})
