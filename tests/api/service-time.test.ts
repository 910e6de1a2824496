import { expect, it } from 'vitest'
import { serviceTime } from '../../api/service-time.ts'

it('is what a service is told at its start, from where it goes on', () => {
  const { now, today } = serviceTime('2026-07-01T09:30')
  expect(['2026-07-01T09:30', '2026-07-01T09:31']).toContain(now())
  expect(today()).toBe('2026-07-01')
  expect(serviceTime('2026-12-24').now()).toMatch(/^2026-12-24T00:0[01]$/)
})

it('is the clock in England otherwise, to the minute', () => {
  expect(serviceTime().now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
})
