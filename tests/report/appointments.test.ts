import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeShare } from '../../solver/facts/time-share.ts'
import { draftOf } from '../../solver/model/build.ts'
import { appointmentsOf } from '../../solver/report/appointments.ts'
import { debriefsOf } from '../../solver/report/debriefs.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { Problem } from '../../src/problem.ts'
import { meetsNeeds, type Rota } from '../../src/rota.ts'
import type { AppointmentReport } from '../../src/week-book.ts'
import { randomRota } from '../arbitraries/random-rota.ts'
import { documents } from '../arbitraries.ts'
import { problemOf } from '../solved-week.ts'
import { clinic, MON_AM, MON_PM, smallWeek, TUE_AM, works } from './small-week.ts'

const SEED = 20261130
const CASES = Number(process.env.ROTA_CASES ?? 40)
const SIZE = { people: 6, days: 3, weeks: 2, sites: 2, needs: 5 }

const bookOf = (problem: Problem, rota: Rota) => appointmentsOf(problem, rota, debriefsOf(problem, rota))
const line = ({ person, part, need, mode, minutes, contacts }: AppointmentReport) =>
  `${person} ${part} ${contacts} × ${need} ${mode} ${minutes}`

describe('an appointment book', () => {
  it('has whole contacts, dealt out evenly over those who hold the clinic', () => {
    const rota = {
      assignments: [works('gp-1', MON_AM), works('gp-2', MON_AM), works('physio-1', MON_AM)],
      clinics: [clinic('urgent', MON_AM, 11), clinic('gp', MON_AM, 4.2), clinic('msk', MON_AM, 8.4)],
    }
    expect(bookOf(smallWeek(), rota).map(line)).toEqual([
      'gp-1 am 6 × urgent face-to-face 15',
      'gp-1 am 2 × gp face-to-face 15',
      'gp-2 am 5 × urgent face-to-face 15',
      'gp-2 am 2 × gp face-to-face 15',
      'physio-1 am 8 × msk face-to-face 20',
    ])
  })

  it('brings back in later sessions what it rounds away', () => {
    const sessions = [MON_AM, MON_PM, TUE_AM]
    const rota = {
      assignments: sessions.map((session) => works('gp-1', session)),
      clinics: sessions.map((session) => clinic('urgent', session, 3.4)),
    }
    expect(bookOf(smallWeek(), rota).map(({ contacts }) => contacts)).toEqual([3, 4, 3])
  })

  it('gives people who work by telephone only what can be met so', () => {
    const week = smallWeek()
    const needs = week.needs.map((need) => (need.id === 'urgent' ? { ...need, remote: 0.5 } : need))
    const rota = {
      assignments: [works('gp-1', MON_AM), works('gp-2', MON_AM, { remote: true })],
      clinics: [clinic('urgent', MON_AM, 10)],
    }
    expect(bookOf(smallWeek({ needs }), rota).map(line)).toEqual([
      'gp-1 am 5 × urgent face-to-face 15',
      'gp-2 am 5 × urgent remote 15',
    ])
  })

  it('has nobody met in a room where everybody works by telephone', () => {
    const rota = { assignments: [works('gp-1', MON_AM, { remote: true })], clinics: [clinic('urgent', MON_AM, 3)] }
    expect(bookOf(smallWeek(), rota).map(line)).toEqual(['gp-1 am 3 × urgent remote 15'])
  })

  it('lets people without a room go on visits', () => {
    const visit = smallWeek().needs.map((need) => (need.id === 'gp' ? { ...need, visit: true } : need))
    const rota = { assignments: [works('gp-1', MON_AM, { remote: true })], clinics: [clinic('gp', MON_AM, 2)] }
    expect(bookOf(smallWeek({ needs: visit }), rota).map(line)).toEqual(['gp-1 am 2 × gp home-visit 15'])
  })

  it('adds the patients of all practices who are seen at one site', () => {
    const rota = {
      assignments: [works('physio-1', MON_AM)],
      clinics: [clinic('msk', MON_AM, 2.5), clinic('msk', MON_AM, 1.5, { patientsOf: 'B' })],
    }
    expect(bookOf(smallWeek(), rota).map(line)).toEqual(['physio-1 am 4 × msk face-to-face 20'])
  })

  it('keeps the plan’s totals to less than one contact, and everybody within their session, whatever the rota', () => {
    const drawn = fc.record({ document: documents(SIZE), seed: fc.nat() })
    const property = fc.property(drawn, ({ document, seed }) => {
      const problem = problemOf(document)
      const keeps = RULES.filter(({ id }) => id === 'clinic-time' || id === 'one-place')
      const rota = randomRota({ problem, draft: draftOf(problem, RULES), keeps, forbidden: false }, seed)
      fc.pre(rota.clinics.length > 0)
      const book = bookOf(problem, rota)
      expect(bookOf(problem, { ...rota, assignments: [...rota.assignments] })).toEqual(book)
      for (const row of book) expect(Number.isSafeInteger(row.contacts) && row.contacts > 0).toBe(true)
      expect(worstTotal(problem, rota, book)).toBeLessThan(1)
      expect(longestOverrun(problem, rota, { book, withPaperwork: true })).toBeLessThanOrEqual(0)
      const undisturbed = appointmentsOf(problem, rota, [])
      expect(worstTotal(problem, rota, undisturbed)).toBeLessThan(1)
      expect(longestOverrun(problem, rota, { book: undisturbed, withPaperwork: false })).toBeLessThanOrEqual(1e-6)
    })
    fc.assert(property, { numRuns: CASES, seed: SEED })
  })
})

/** Largest difference of plan and book over needs, sites and sessions. */
function worstTotal(problem: Problem, rota: Rota, book: readonly AppointmentReport[]): number {
  const siteOf = (row: AppointmentReport) =>
    rota.assignments.find((a) => a.person === row.person && isIn(problem, a.session, row) && meetsNeeds(a.work))?.site
  const totals = new Map<string, number>()
  const add = (key: string, n: number) => totals.set(key, (totals.get(key) ?? 0) + n)
  for (const row of book) add(`${siteOf(row)} ${row.need} ${row.date} ${row.part}`, row.contacts)
  for (const c of rota.clinics) {
    const { date, part } = problem.horizon.sessions[c.session] ?? {}
    add(`${c.site} ${c.need} ${date} ${part}`, -c.contacts)
  }
  return Math.max(...[...totals.values()].map(Math.abs))
}

interface Measured {
  readonly book: readonly AppointmentReport[]
  /** Compared with the whole session, paperwork included; else against the time for patients and one contact more. */
  readonly withPaperwork: boolean
}

/** Minutes by which the fullest session is longer than it may be. */
function longestOverrun(problem: Problem, rota: Rota, { book, withPaperwork }: Measured): number {
  return Math.max(
    ...rota.assignments.map((a) => {
      const role = problem.roleById.get(problem.personById.get(a.person)?.role ?? '')
      const session = problem.horizon.sessions[a.session]
      if (role === undefined || session === undefined || !meetsNeeds(a.work)) return 0
      const mine = book.filter((row) => row.person === a.person && isIn(problem, a.session, row))
      const booked = mine.reduce((sum, row) => sum + row.contacts * row.minutes, 0)
      const longest = Math.max(0, ...mine.map(({ minutes }) => minutes))
      const patients = role.patientMinutes * timeShare(role, session, a.work)
      const whole = Math.min(role.sessionMinutes, session.minutes)
      return booked - (withPaperwork ? whole : Math.min(patients + longest, whole))
    }),
  )
}

function isIn(problem: Problem, session: number, row: AppointmentReport): boolean {
  const { date, part } = problem.horizon.sessions[session] ?? {}
  return row.date === date && row.part === part
}
