import { describe, expect, it } from 'vitest'
import { serviceOf } from '../../solver/report/service.ts'
import type { Need } from '../../src/needs.ts'
import {
  arrive,
  arriveAtB,
  clinic,
  FRI_PM,
  MON_AM,
  MON_EVENING,
  MON_PM,
  SAT_AM,
  smallWeek,
  THU_AM,
  TUE_AM,
  WED_AM,
} from './small-week.ts'

const MONDAY = '2026-11-30'
const TUESDAY = '2026-12-01'
const WEDNESDAY = '2026-12-02'

describe('same-day need', () => {
  it('is in time in any session of the day, at any site', () => {
    const week = smallWeek({ arrivals: [arrive('urgent', MON_AM, 10)] })
    const service = serviceOf(week, [clinic('urgent', MON_AM, 4), clinic('urgent', MON_PM, 6, { site: 'B' })])
    expect(service.urgent).toMatchObject({ due: 10, inTime: 10, share: 1 })
    expect(service.unmet).toEqual([])
  })

  it('is missed when it is met the day after, and is counted once', () => {
    const week = smallWeek({ arrivals: [arrive('urgent', MON_AM, 10)] })
    const service = serviceOf(week, [clinic('urgent', MON_PM, 7), clinic('urgent', TUE_AM, 3)])
    expect(service.urgent).toMatchObject({ due: 10, inTime: 7, share: 0.7 })
    expect(service.unmet).toEqual([{ site: 'A', need: 'urgent', date: MONDAY, contacts: 3 }])
    expect(service.bySite[0]?.waiting).toBe(0)
  })

  it('is broken down by day and site, for days on which there is any', () => {
    const week = smallWeek({ arrivals: [arrive('urgent', MON_AM, 10), arriveAtB('urgent', TUE_AM, 5)] })
    const service = serviceOf(week, [clinic('urgent', MON_AM, 5)])
    expect(service.byDay).toEqual([
      { date: MONDAY, site: 'A', due: 10, inTime: 5, share: 0.5 },
      { date: TUESDAY, site: 'B', due: 5, inTime: 0, share: 0 },
    ])
  })

  it('never counts one practice’s clinic for the patients of another', () => {
    const week = smallWeek({ arrivals: [arrive('urgent', MON_AM, 10), arriveAtB('urgent', MON_AM, 10)] })
    const service = serviceOf(week, [clinic('urgent', MON_AM, 20)])
    expect(service.bySite.map((site) => site.urgent.inTime)).toEqual([10, 0])
  })
})

describe('same-day need that is planned for busy days', () => {
  const busy = { ...arrive('urgent', MON_AM, 12), mean: 10 }

  it('is given as planned, and as met if as many come as are expected', () => {
    const week = smallWeek({ arrivals: [busy] })
    const { urgent, bySite } = serviceOf(week, [clinic('urgent', MON_AM, 9)])
    const atMean = { due: 10, inTime: 9, share: 0.9 }
    expect(urgent).toEqual({ due: 12, inTime: 9, share: 0.75, atMean })
    expect(bySite[0]?.urgent.atMean).toEqual(atMean)
  })

  it('never counts more at the mean than then come', () => {
    const { urgent } = serviceOf(smallWeek({ arrivals: [busy] }), [clinic('urgent', MON_AM, 12)])
    expect(urgent.atMean).toEqual({ due: 10, inTime: 10, share: 1 })
  })

  it('does not see in the morning who rings in the afternoon', () => {
    const later = { ...arrive('urgent', MON_PM, 6), mean: 5 }
    const week = smallWeek({ arrivals: [busy, later] })
    const { urgent } = serviceOf(week, [clinic('urgent', MON_AM, 12), clinic('urgent', MON_PM, 4)])
    expect(urgent.atMean).toEqual({ due: 15, inTime: 14, share: 0.9333 })
  })

  it('left over in the morning is seen in the afternoon, and never on the day after', () => {
    const week = smallWeek({ arrivals: [busy] })
    const { urgent } = serviceOf(week, [clinic('urgent', MON_PM, 6), clinic('urgent', TUE_AM, 6)])
    expect(urgent.atMean).toEqual({ due: 10, inTime: 6, share: 0.6 })
  })
})

describe('need with a target in days', () => {
  it('is in time up to the end of the day on which it is due', () => {
    const week = smallWeek({ arrivals: [arrive('msk', MON_AM, 6)] })
    expect(serviceOf(week, [clinic('msk', WED_AM, 6)]).routine).toEqual({ due: 6, inTime: 6, share: 1 })
    const late = serviceOf(week, [clinic('msk', THU_AM, 6)])
    expect(late.routine).toEqual({ due: 6, inTime: 0, share: 0 })
    expect(late.unmet).toEqual([{ site: 'A', need: 'msk', date: WEDNESDAY, contacts: 6 }])
    expect(late.byNeed.find((n) => n.need === 'msk')?.waiting).toBe(0)
  })

  it('serves whoever has waited longest first', () => {
    const week = smallWeek({
      arrivals: [arrive('msk', MON_AM, 4)],
      waiting: [{ site: 'A', need: 'msk', waitedDays: 1, due: 1, contacts: 5 }],
    })
    const service = serviceOf(week, [clinic('msk', MON_AM, 6)])
    // Five of the six are the backlog's, due on Tuesday; one of Monday's four is seen.
    expect(service.unmet).toEqual([{ site: 'A', need: 'msk', date: WEDNESDAY, contacts: 3 }])
  })

  it('is due on the first day when it is overdue already', () => {
    const week = smallWeek({ waiting: [{ site: 'A', need: 'msk', waitedDays: 9, due: 0, contacts: 5 }] })
    expect(serviceOf(week, [clinic('msk', MON_PM, 2)]).unmet).toEqual([
      { site: 'A', need: 'msk', date: MONDAY, contacts: 3 },
    ])
  })

  it('is not due inside the week when its target lies behind it, but still waits at the end', () => {
    const week = smallWeek({ arrivals: [arrive('gp', FRI_PM, 8)] })
    const service = serviceOf(week, [clinic('gp', SAT_AM, 3)])
    expect(service.routine).toEqual({ due: 0, inTime: 0, share: 1 })
    expect(service.byNeed.find((n) => n.need === 'gp')?.waiting).toBe(5)
  })

  it('meets nobody before they come', () => {
    const week = smallWeek({ arrivals: [arrive('msk', TUE_AM, 6)] })
    const service = serviceOf(week, [clinic('msk', MON_PM, 6)])
    expect(service.routine).toEqual({ due: 6, inTime: 0, share: 0 })
  })
})

describe('the measures of non-urgent access', () => {
  const asked = (waitedDays: number, contacts: number) => ({ site: 'A', need: 'msk', waitedDays, due: 0, contacts })

  it('count who is seen in the week, by the days since they asked', () => {
    // Seen on Monday: four who asked 14 days ago and two of 7 days ago; on Wednesday: five of the 7 days, by then 9.
    const week = smallWeek({ waiting: [asked(14, 4), asked(7, 7)] })
    const service = serviceOf(week, [clinic('msk', MON_AM, 6), clinic('msk', WED_AM, 5)])
    expect(service.withinOneWeek).toEqual({ due: 11, inTime: 2, share: 0.1818 })
    expect(service.withinTwoWeeks).toEqual({ due: 11, inTime: 11, share: 1 })
    expect(service.bySite[1]?.withinTwoWeeks).toEqual({ due: 0, inTime: 0, share: 1 })
  })

  it('count General Consultation Routine alone, where the document has categories', () => {
    const week = smallWeek({ arrivals: [arrive('msk', MON_AM, 4), arrive('gp', MON_AM, 3)] })
    const category = (id: string) => (id === 'gp' ? 'General Consultation Routine' : 'Planned Clinics')
    const needs = week.needs.map((need) => ({ ...need, gpadCategory: category(need.id) }))
    const change = { arrivals: week.arrivals, needs }
    const service = serviceOf(smallWeek(change), [clinic('msk', MON_AM, 4), clinic('gp', MON_AM, 3)])
    expect(service.withinOneWeek).toEqual({ due: 3, inTime: 3, share: 1 })
  })
})

describe('patients past their target', () => {
  it('are counted with the longest of their waits, and those who still wait', () => {
    // Two working days: due on Wednesday. Three are seen on Friday, two days late; three wait on Sunday, four days late.
    const week = smallWeek({ arrivals: [arrive('msk', MON_AM, 6)] })
    const service = serviceOf(week, [clinic('msk', FRI_PM, 3)])
    expect(service.overdue).toEqual({ contacts: 6, days: 4, waiting: 3 })
    expect(serviceOf(week, [clinic('msk', WED_AM, 6)]).overdue).toEqual({ contacts: 0, days: 0, waiting: 0 })
  })

  it('have waited since before the week where their target was before it', () => {
    // Asked on Thursday the 19th, with two working days: due on the 23rd, a week before this Monday.
    const week = smallWeek({ waiting: [{ site: 'A', need: 'msk', waitedDays: 11, due: 0, contacts: 4 }] })
    expect(serviceOf(week, [clinic('msk', MON_AM, 4)]).overdue).toEqual({ contacts: 0, days: 0, waiting: 0 })
    expect(serviceOf(week, [clinic('msk', TUE_AM, 4)]).overdue).toEqual({ contacts: 4, days: 8, waiting: 0 })
  })

  it('are no longer told by the wait of less than half a patient', () => {
    const week = smallWeek({ arrivals: [arrive('msk', MON_AM, 6)] })
    const service = serviceOf(week, [clinic('msk', THU_AM, 5.7)])
    expect(service.overdue).toMatchObject({ days: 1, waiting: 0.3 })
  })
})

describe('the official measure of urgent need', () => {
  it('leaves out triage, which is counted with every other same-day need', () => {
    const week = smallWeek({ arrivals: [arrive('urgent', MON_AM, 10), arrive('triage', MON_AM, 20)] })
    const triage = { ...week.needs[0], id: 'triage', title: 'Triage', official: false }
    const needs = [...week.needs, triage].filter((need): need is Need => need.id !== undefined)
    const service = serviceOf(smallWeek({ arrivals: week.arrivals, needs }), [clinic('urgent', MON_AM, 9)])
    expect(service.urgent).toMatchObject({ due: 10, inTime: 9 })
    expect(service.sameDay).toMatchObject({ due: 30, inTime: 9 })
    expect(service.byDay).toEqual([{ date: MONDAY, site: 'A', due: 10, inTime: 9, share: 0.9 }])
  })

  it('has no figure for a day on which the site is closed', () => {
    const week = smallWeek({ arrivals: [arrive('urgent', MON_AM, 10)] })
    const sites = week.sites.map((site) => ({ ...site, open: site.open.map((_, index) => index > MON_EVENING) }))
    const closed = { ...week, sites, siteById: new Map(sites.map((site) => [site.id, site])) }
    const service = serviceOf(closed, [])
    expect(service.byDay).toEqual([])
    expect(service.urgent.due).toBe(10)
  })
})

describe('returns to a GP', () => {
  it('arrive in the next session at the practice of the patients', () => {
    const week = smallWeek({ arrivals: [arriveAtB('msk', MON_AM, 10)] })
    const service = serviceOf(week, [
      clinic('msk', MON_AM, 10, { patientsOf: 'B' }),
      clinic('gp', MON_PM, 0.4, { patientsOf: 'B' }),
    ])
    expect(service.bySite.map((site) => site.waiting)).toEqual([0, 0.6])
  })

  it('wait behind the week when they come out of its last session', () => {
    const week = smallWeek({ arrivals: [arrive('msk', FRI_PM, 10)] })
    const service = serviceOf(week, [clinic('msk', SAT_AM, 10)])
    expect(service.byNeed.find((n) => n.need === 'gp')?.waiting).toBe(1)
  })

  it('are due on the same day where the GP follow-up is a same-day need', () => {
    const { needs } = smallWeek()
    const strict = needs.map((need) => (need.followUp ? { ...need, withinDays: 0, official: true } : need))
    const week = smallWeek({ needs: strict, arrivals: [arrive('msk', MON_AM, 10)] })
    const service = serviceOf(week, [clinic('msk', MON_PM, 10)])
    // Monday's next session is its evening.
    expect(service.byDay).toEqual([{ date: MONDAY, site: 'A', due: 1, inTime: 0, share: 0 }])
  })
})

it('lists what is unmet by weight of the need, then by amount', () => {
  const week = smallWeek({
    arrivals: [arrive('msk', MON_AM, 9), arrive('urgent', MON_AM, 2), arriveAtB('urgent', MON_AM, 3)],
  })
  expect(serviceOf(week, []).unmet.map((u) => [u.need, u.site, u.contacts])).toEqual([
    ['urgent', 'B', 3],
    ['urgent', 'A', 2],
    ['msk', 'A', 9],
  ])
})

it('leaves out a hundredth of a contact', () => {
  const week = smallWeek({ arrivals: [arrive('urgent', MON_AM, 2)] })
  expect(serviceOf(week, [clinic('urgent', MON_AM, 1.995)]).unmet).toEqual([])
})
