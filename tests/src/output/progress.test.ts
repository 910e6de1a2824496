import { expect, it } from 'vitest'
import { progressLine } from '../../../src/output/progress.ts'

const START = { stage: 'building', level: null, best: null, gap: null, seconds: 0.4 }

it('says what is being done before there is a figure', () => {
  expect(progressLine(START, 80)).toBe('Building: 0 s')
})

it('tells the best value, the distance from the best possible and the time', () => {
  const line = progressLine({ stage: 'urgent', level: 'urgent', best: 14.23, gap: 0.0302, seconds: 12.3 }, 80)
  expect(line).toBe('Urgent need: best 14.2, at most 3.1% from the best possible, 12 s')
})

it('tells a solve in its own words where it has any', () => {
  const said = { ...START, doing: 'Improving the rota', seconds: 12.3 }
  expect(progressLine(said, 80)).toBe('12 s. Improving the rota')
  const more = { ...said, headline: 'Urgent need dealt with on the same day: 93%', distance: 'at most 3.1% off' }
  expect(progressLine(more, 120)).toBe(
    '12 s. Improving the rota. Urgent need dealt with on the same day: 93%; at most 3.1% off',
  )
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
