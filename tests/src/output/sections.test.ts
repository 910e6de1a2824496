/** Parts of a printed report that the small week has no occasion for. */
import { describe, expect, it } from 'vitest'
import type { ActionReport } from '../../../src/action.ts'
import { actionLines } from '../../../src/output/text/actions.ts'
import { bookLines } from '../../../src/output/text/appointment-book.ts'
import { costLines } from '../../../src/output/text/cost.ts'
import { debriefLines } from '../../../src/output/text/debrief-list.ts'
import { dutyLines } from '../../../src/output/text/duty-list.ts'
import { gapLines } from '../../../src/output/text/gap-list.ts'
import { headline, summary } from '../../../src/output/text/headline.ts'
import { reportInWords } from '../../../src/output/text/report-in-words.ts'
import { safeDayLines } from '../../../src/output/text/safe-day.ts'
import { byNeed as needLines } from '../../../src/output/text/service.ts'
import { unassignedLines } from '../../../src/output/text/unassigned.ts'
import { weekBySite } from '../../../src/output/text/week.ts'
import type { GapReport } from '../../../src/week-book.ts'
import { sampleReport, sampleWeek } from './sample-report.ts'

const PRINT = { width: 120, colour: false }
const week = sampleWeek()
const { service } = sampleReport()

describe('the headline', () => {
  it('tells both kinds of days where busy ones are planned for', () => {
    const urgent = { ...service.urgent, share: 0.93, atMean: { due: 90, inTime: 88.5, share: 0.9833 } }
    const planned = { ...service, plan: 'p80' as const, urgent }
    expect(headline(planned)).toBe(
      'Urgent need dealt with on the same day: 93% if days are busy, 98% if they are average (target 90%).',
    )
    expect(summary(sampleReport({ service: planned }), week)).toContain(
      'The rota is planned for busy days: four days in five are no busier.',
    )
  })

  it('claims no official measure where the document names none', () => {
    const needs = week.needs.map((need) => ({ ...need, official: false }))
    expect(summary(sampleReport(), { ...week, needs })[0]).toBe(
      'That is if every appointment stays where this rota puts it.',
    )
  })

  it('says whom the measure leaves out, what safety means here, and what evenings and Saturdays offer', () => {
    const triage = { id: 'triage', title: 'Triage', withinDays: 0, official: false }
    const needs = [...week.needs, ...week.needs.slice(0, 1).map((need) => ({ ...need, ...triage }))]
    const byNeed = [...service.byNeed, { need: 'triage', due: 171, inTime: 167, share: 167 / 171, waiting: 0 }]
    const report = sampleReport({ service: { ...service, byNeed }, actions: [] })
    const lines = summary(report, { ...week, needs })
    expect(lines).toContain('Not counted in it: 4 of 171 patients for "Triage" have nobody on the day.')
    expect(lines).toContain(
      'Every rule of safety is kept: enough people at each site, a duty doctor, evenings and Saturdays with a GP, safe numbers of appointments, rest between days, hours in a day and a week, days in a row.',
    )
    expect(lines).toContain(
      'Evenings and Saturdays (enhanced access) offer 2.9 hours of appointments; the network owes 16 hours.',
    )
    const open = week.sites.map((site) => ({ ...site, open: site.open.map((is, n) => is && n !== 2) }))
    expect(summary(report, { ...week, sites: open, needs })).toContain(
      'Evenings and Saturdays (enhanced access) offer 2.9 hours of appointments; the network owes 16 hours (what closed days lose may be made up the week after).',
    )
    const without = { safety: [], safeDays: [], enhancedAccess: null }
    expect(summary({ ...report, basis: without }, { ...week, needs })).toContain(
      'Evenings and Saturdays are not in this document, so none are planned.',
    )
  })

  it('counts people in ones, and says who still waits', () => {
    const overdue = { contacts: 1234.4, days: 8, waiting: 311.6 }
    expect(summary(sampleReport({ service: { ...service, overdue } }), week)).toContain(
      '1,234 patients wait past their target, 8 days at most; 312 still wait at the end.',
    )
  })
})

describe('what to do first', () => {
  const action = (change: Partial<ActionReport>): ActionReport => ({
    ...{ who: 'director', level: 'service', fact: 'Something.', sentence: 'Do something.', findings: 1 },
    ...change,
  })

  it('stands under the name of whoever can act, the most pressing first, with reasons of safety and urgent need', () => {
    const actions = [
      action({ who: 'network', level: 'safety', sentence: 'Find a GP for Monday evening.', why: 'All are away.' }),
      action({ who: 'practice', site: 'B', level: 'urgent', sentence: 'Make room on Monday.' }),
      action({ sentence: 'Find more time.', why: 'It is full.' }),
      action({ who: 'practice', site: 'B', level: 'wellbeing', sentence: 'Send gp-1 home.' }),
      action({ who: 'partner', sentence: 'Ask for more visits.' }),
    ]
    expect(actionLines(sampleReport({ actions }), week, PRINT)).toEqual([
      'Network manager',
      '- Find a GP for Monday evening.',
      '    Why: All are away.',
      'Practice manager, Birch Lane',
      '- Make room on Monday.',
      '- Send gp-1 home.',
      'Network director: more time for routine patients',
      '- Find more time.',
      'Partner organisations (ask whoever employs them)',
      '- Ask for more visits.',
    ])
  })

  it('is ten things and no more, unless everything is printed', () => {
    const actions = Array.from({ length: 12 }, (_, n) => action({ sentence: `Thing ${n}.` }))
    const lines = actionLines(sampleReport({ actions }), week, PRINT)
    expect(lines).toHaveLength(12)
    expect(lines.at(-1)).toBe('  and 2 more: --all prints them')
    expect(actionLines(sampleReport({ actions }), week, { ...PRINT, all: true })).toHaveLength(13)
  })
})

describe('the week', () => {
  const at = { date: '2026-11-30', site: 'A' }
  const clinicAt = (person: string, part: string) => ({ ...at, person, part, work: 'clinic' as const })
  const visit = { date: at.date, need: 'urgent', minutes: 40, contacts: 2, mode: 'home-visit' as const }
  const assignments = [
    { ...clinicAt('gp-1', 'am'), remote: true as const },
    { ...clinicAt('gp-2', 'am') },
    { ...clinicAt('physio-1', 'pm') },
  ]
  const report = sampleReport({ assignments, appointments: [{ ...visit, person: 'gp-1', part: 'am' }] })

  it('shows clinics that are all visits as visits, and flags a lone GP or none, whoever telephones', () => {
    const lines = weekBySite(report, week, { ...PRINT, site: 'A' })
    expect(lines[0]).toContain('V4 four visits')
    expect(lines[0]).not.toContain('14t')
    expect(lines.find((line) => line.trim().startsWith('gp-1'))).toMatch(/^ +gp-1 +V2 /)
    expect(lines.slice(-2)).toEqual(['Only one GP in the building: Mon am (gp-2).', 'No GP in the building: Mon pm.'])
    const book = bookLines(report, week, { ...PRINT, site: 'A' })
    expect(book.find((line) => line.startsWith('gp-1'))).toMatch(/^gp-1 +on visits; 2 × Urgent/)
  })

  it('says what a safe day of a GP is, and that the document sets it', () => {
    const safe = (safeDays: readonly { role: string; contacts: number; minutes: number }[]) =>
      safeDayLines({ ...report, basis: { safety: [], safeDays, enhancedAccess: null } }, week, { ...PRINT, width: 200 })
    expect(
      safe([
        { role: 'gp', contacts: 20, minutes: 12 },
        { role: 'physio', contacts: 16, minutes: 20 },
      ]),
    ).toEqual([
      'A GP’s day may hold 20 appointments of 12 minutes, or more of shorter ones (set in this document; the BMA recommends 25).',
    ])
    expect(safe([])).toEqual([])
  })
})

describe('lists to hand out', () => {
  it('put locums for safety and urgent need before those for routine patients, alike ones together', () => {
    const gap = { site: 'A', date: '2026-12-01', part: 'am', role: 'gp', price: 385, priceFrom: 'locum-rates' as const }
    const gaps: GapReport[] = [
      { ...gap, rule: 'seen-in-time', why: '12 of 24 patients who wait past their target' },
      { ...gap, rule: 'seen-in-time', why: '12 of 24 patients who wait past their target' },
      { ...gap, date: '2026-12-02', rule: 'duty-doctor', why: 'no duty doctor' },
      { ...gap, role: 'physio', rule: 'seen-in-time', why: '9 of 9 patients', price: 170, priceFrom: 'own-people' },
    ]
    expect(gapLines(sampleReport({ gaps }), week, PRINT)).toEqual([
      '- Wed 2 Dec morning, Alder Road: GP, about £385 (no duty doctor)',
      '- Tue 1 Dec morning, Alder Road: 2 × GP, about £385 each (12 of 24 patients who wait past their target)',
      '- Tue 1 Dec morning, Alder Road: Physiotherapist, about £170 (9 of 9 patients)',
      '4 sessions, about £1,325 in all. Prices of roles other than GPs are what own people cost: an agency asks for more.',
    ])
  })

  it('name who debriefs people in training, and say that others may ask', () => {
    const supervision = { minutes: 30, by: ['gp'], where: 'site' as const }
    const roles = week.roles.map((role) => (role.id === 'gp' ? { ...role, supervision } : role))
    const roleById = new Map(roles.map((role) => [role.id, role]))
    const at = { date: '2026-11-30', site: 'A', supervisor: 'gp-1' }
    const debriefs = [
      { ...at, person: 'gp-2', part: 'am', minutes: 30 },
      { ...at, person: 'gp-2', part: 'pm', minutes: 30, supervisor: null },
      { ...at, person: 'physio-1', part: 'am', minutes: 5 },
    ]
    expect(debriefLines(sampleReport({ debriefs }), { ...week, roleById }, PRINT)).toEqual([
      'gp-2, 30 min a session: Mon am gp-1, Mon pm NOBODY',
      '1 other may ask a supervisor in each session: --all prints whom.',
    ])
    const asking = sampleReport({ debriefs: debriefs.slice(2) })
    expect(debriefLines(asking, { ...week, roleById }, PRINT)).toEqual([
      '1 person may ask a supervisor in each session: --all prints whom.',
    ])
    const book = bookLines(sampleReport({ debriefs }), { ...week, roleById }, { ...PRINT, site: 'A' })
    expect(book.find((line) => line.startsWith('gp-1'))).toContain('duty doctor; debrief of gp-2 (30 min); 5 × Urgent')
  })

  it('put several duty doctors under each other, and say where a shared one is', () => {
    const duty = { site: 'A', date: '2026-11-30', from: '08:00', to: '13:20' }
    const two = [
      { ...duty, person: 'gp-1' },
      { ...duty, person: 'physio-1', at: 'B' },
    ]
    expect(dutyLines(sampleReport({ duties: two }), week, PRINT).slice(1)).toEqual([
      'Alder Road  08:00–13:20          gp-1',
      '                         physio-1 >BL',
    ])
    const shared = dutyLines(sampleReport({ duties: two.slice(1) }), week, PRINT)[1]
    expect(shared).toBe('Alder Road  08:00–13:20  physio-1 >BL')
  })
})

describe('cost', () => {
  it('is split by payer, partners included, with reimbursed roles against their allowance', () => {
    const byFunding = { core: 1000, arrs: 300, partner: 120, other: 0 }
    const allowance = { arrs: { used: 300, of: 1200, source: '2026/27' } }
    expect(costLines({ total: 1420, byFunding, allowance }, 1, PRINT)).toEqual([
      '£1,420 for contracts, worked or not, and extra sessions: practices £1,000, ARRS £300, partner organisations £120.',
      'ARRS roles use £300 of the £1,200 that the network may claim for the week, a 52nd of the year’s (25%).',
    ])
    const over = { arrs: { used: 1500, of: 1200, source: '2026/27' } }
    expect(costLines({ total: 1420, byFunding, allowance: over }, 2, PRINT)[1]).toBe(
      'ARRS roles use £1,500 of the £1,200 that the network may claim for these weeks, 2 52nds of the year’s (125%). £300 is',
    )
  })

  it('includes the GPs for whom practices are reimbursed', () => {
    const practiceGp = { used: 267, of: 400, source: '2026/27 (estimate)' }
    const cost = { total: 267, byFunding: { 'practice-gp': 267 }, allowance: { practiceGp } }
    expect(costLines(cost, 1, { ...PRINT, all: true })).toEqual([
      '£267 for contracts, worked or not, and extra sessions.',
      'GPs paid from practices’ own GP reimbursement use £267 of the £400 that the practices may claim for the week, a 52nd of',
      'the year’s (66%).',
      'Allowance: 2026/27 (estimate).',
    ])
  })
})

describe('patients by need', () => {
  const figures = (due: number, inTime: number) => {
    const byNeed = service.byNeed.map((figure) => ({ ...figure, due, inTime, share: inTime / due }))
    return needLines(sampleReport({ service: { ...service, byNeed } }), week, PRINT)[1]
  }

  it('have no share where less than one patient is late of about one', () => {
    expect(figures(0.9, 0.7)).toMatch(/ 1 +– +0 /)
    expect(figures(0.9, 0.9)).toMatch(/ 1 +100% +0 /)
    expect(figures(2, 1.5)).toMatch(/ 2 +75% /)
  })
})

describe('contracted sessions without work', () => {
  const left = [
    { person: 'gp-1', sessions: 1 },
    { person: 'physio-1', sessions: 1.5, week: '2026-11-30' },
    { person: 'physio-1', sessions: 1, week: '2026-12-07' },
  ]

  it('are listed by person, most first, with their cost; without any there is no line', () => {
    expect(unassignedLines(sampleReport({ unassigned: left }), week, PRINT)).toEqual([
      '3.5 contracted sessions have no work in this rota, and are paid all the same (£691): physio-1 (2.5), gp-1 (1).',
    ])
    const one = sampleReport({ unassigned: left.slice(0, 1) })
    expect(unassignedLines(one, week, PRINT)).toEqual([
      '1 contracted session has no work in this rota, and is paid all the same (£267): gp-1 (1).',
    ])
    const finding = {
      ...{ rule: 'full-contract', level: 'wish' as const, amount: 1, people: ['gp-1'] },
      ...{ sentence: 'gp-1 is given 7 sessions.', cause: 'gp-1 has no room.' },
    }
    expect(unassignedLines({ ...one, findings: [finding] }, week, PRINT).slice(1)).toEqual([
      '    Why: gp-1 has no room.',
    ])
    expect(unassignedLines(sampleReport({ unassigned: [] }), week, PRINT)).toEqual([])
    expect(unassignedLines(one, week, { ...PRINT, site: 'B' })).toEqual([])
  })
})

describe('one site’s page', () => {
  it('reads like this', async () => {
    const page = reportInWords(sampleReport(), week, { ...PRINT, site: 'A' })
    await expect(page).toMatchFileSnapshot('goldens/site-120.txt')
  })
})

describe('everything', () => {
  it('has each level with its proof, each finding with its reason, and each appointment', () => {
    const all = reportInWords(sampleReport(), week, { ...PRINT, all: true })
    expect(all).toContain('- Urgent need: 2 contacts late, at most 0.7% from the best possible')
    expect(all).toContain(
      '- Alder Road has no duty doctor on Thursday afternoon.\n    gp-1 and gp-2 do not usually work then',
    )
    expect(all).toContain('Appointment book, Birch Lane')
    expect(all).toContain('- Back, joint and muscle, Alder Road: 4 (by the day they were due: Thu 4)')
  })
})
