import { describe, expect, it } from 'vitest'
import { actionsOf } from '../../solver/report/actions/actions.ts'
import { BY_RULE } from '../../solver/report/actions/by-rule.ts'
import { gapsOf } from '../../solver/report/actions/gaps.ts'
import { momentWords } from '../../solver/report/actions/moments.ts'
import { assignmentsOf } from '../../solver/report/plan.ts'
import { serviceOf } from '../../solver/report/service.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { Problem } from '../../src/problem.ts'
import type { Finding } from '../../src/report.ts'
import type { Assignment, Clinic } from '../../src/rota.ts'
import { arrive, arriveAtB, clinic, MON_AM, MON_PM, smallWeek, TUE_AM, works } from './small-week.ts'

const finding = (rule: string, change: Partial<Finding>): Finding => {
  const level = RULES.find(({ id }) => id === rule)?.level ?? 'never'
  return { rule, level, amount: 1, people: [], sentence: 'Something.', ...change }
}
const MONDAY = { date: '2026-11-30' }
const TUESDAY = { date: '2026-12-01' }

function actions(
  findings: readonly Finding[],
  problem: Problem = smallWeek(),
  clinics: readonly Clinic[] = [],
  placed: readonly Assignment[] = [],
) {
  const rota = { assignments: placed, clinics }
  const gaps = gapsOf({ problem, rota, findings })
  return actionsOf({
    problem,
    rota,
    assignments: assignmentsOf(problem, placed),
    findings,
    book: { gaps, appointments: [] },
    service: serviceOf(problem, clinics),
  })
}

describe('what can be done', () => {
  it('is said once for the missing duty doctors of a practice, with the cost of a locum and the reason', () => {
    const missing = ['am', 'pm'].map((part) =>
      finding('duty-doctor', { ...MONDAY, part, site: 'B', cause: 'All are away.' }),
    )
    expect(actions(missing)).toEqual([
      {
        who: 'practice',
        site: 'B',
        level: 'safety',
        fact: '2 half-days without a duty doctor: Birch Lane, Monday.',
        sentence: 'Find a duty doctor for Monday. A locum GP costs about £385 a session.',
        why: 'All are away.',
        findings: 2,
      },
    ])
  })

  it('is the network’s for its evenings, hours and GPs together', () => {
    const found = [
      finding('enhanced-access', { ...MONDAY, part: 'evening' }),
      finding('enhanced-access', { amount: 1.3 }),
    ]
    expect(actions(found)).toMatchObject([
      {
        who: 'network',
        fact: '1 evening or Saturday clinic without a GP: Monday evening. Evening and Saturday clinics 5.2 hours short of what the network owes.',
        sentence:
          'Find a GP for Monday evening. 3 further sessions would make up the hours that are owed. A locum GP costs about £140 to £370 a session.',
        findings: 2,
      },
    ])
  })

  it('counts urgent patients as people, and leaves out what is less than half of one', () => {
    const missed = (amount: number) => [finding('seen-same-day', { ...TUESDAY, site: 'A', need: 'urgent', amount })]
    expect(actions(missed(12.4))[0]?.sentence).toBe(
      'Make room for 12 more urgent patients on Tuesday (urgent, same day; about 3.1 hours). A locum GP costs about £385 a session.',
    )
    expect(actions(missed(0.4))).toEqual([])
    const triage = [finding('seen-same-day', { ...TUESDAY, site: 'A', need: 'gp', amount: 3 })]
    expect(actions(triage)[0]?.fact).toMatch(/^3 same-day patients more than can be dealt with/)
  })

  it('says from which half-day same-day patients wait in vain, for how many minutes, and who sees such patients then', () => {
    const arrivals = [arrive('urgent', MON_AM, 6), arrive('urgent', MON_PM, 5)]
    const clinics = [clinic('urgent', MON_AM, 6), clinic('urgent', MON_PM, 3)]
    const missed = [finding('seen-same-day', { ...MONDAY, site: 'A', need: 'urgent', amount: 2 })]
    const placed = [works('gp-1', MON_PM), works('gp-2', MON_AM), works('physio-1', MON_PM)]
    const [action] = actions(missed, smallWeek({ arrivals }), clinics, placed)
    expect(action?.fact).toBe('2 urgent patients more than can be dealt with on the day: Alder Road, Monday afternoon.')
    expect(action?.sentence).toBe(
      'Make room for 2 more urgent patients on Monday afternoon (urgent, same day; about 30 minutes). gp-1 sees such patients there then: ask for the extra time, or agree who sees them the next morning.',
    )
    const [early] = actions(missed, smallWeek({ arrivals }), [clinic('urgent', MON_AM, 4), clinic('urgent', MON_PM, 5)])
    expect(early?.fact).toMatch(/Alder Road, Monday\.$/)
  })

  it('adds up by role what routine patients lack, by practice, for whoever decides on posts', () => {
    const arrivals = [arrive('msk', MON_AM, 20), arriveAtB('msk', MON_AM, 10), arrive('msk', TUE_AM, 3)]
    expect(actions([], smallWeek({ arrivals }), [clinic('msk', MON_AM, 2)])).toMatchObject([
      {
        who: 'director',
        level: 'service',
        fact: '31 patients past the target: "Back, joint and muscle" (Alder Road 21 and Birch Lane 10).',
        sentence:
          'About 4 more sessions of a physiotherapist in this time would see 31 patients past the target: "Back, joint and muscle" (Alder Road 21 and Birch Lane 10).',
      },
    ])
  })

  it('is the practice’s where it alone is behind, and the partner’s where their people see to it', () => {
    const week = smallWeek({ arrivals: [arrive('msk', MON_AM, 20)] })
    expect(actions([], week)[0]).toMatchObject({ who: 'practice', site: 'A' })
    const roles = week.roles.map((role) => (role.id === 'physio' ? { ...role, funding: 'partner' } : role))
    const partners = { ...week, roles, roleById: new Map(roles.map((role) => [role.id, role])) }
    expect(actions([], partners)[0]).toMatchObject({ who: 'partner' })
  })

  it('names the people who lose their learning time, and their practice where it is one', () => {
    const lost = ['gp-1', 'gp-2', 'physio-1'].map((id) => finding('protected-time', { people: [id] }))
    expect(actions(lost)).toMatchObject([
      {
        who: 'practice',
        site: 'A',
        fact: '3 people without all of their protected learning time: gp-1, gp-2 and physio-1.',
        sentence: 'Give protected learning time back to gp-1, gp-2 and physio-1.',
        findings: 3,
      },
    ])
  })

  it('begins with the gravest level, and lets other rules speak by their gravest finding', () => {
    const found = [
      finding('few-sites', { people: ['gp-1'], sentence: 'GP 1 works at three sites.' }),
      finding('few-sites', { people: ['gp-2'], sentence: 'GP 2 works at three sites.' }),
      finding('duty-doctor', { ...MONDAY, part: 'am', site: 'A' }),
      finding('cost', { sentence: 'It costs something.' }),
    ]
    expect(actions(found).map(({ sentence }) => sentence)).toEqual([
      'Find a duty doctor for Monday morning. A locum GP costs about £385 a session.',
      'GP 1 works at three sites; and 1 more of the same kind.',
    ])
  })

  it('includes clinics with nobody to see', () => {
    const problem = smallWeek()
    const placed = [works('gp-1', MON_AM), works('gp-1', TUE_AM), works('gp-2', MON_AM, { work: 'duty' })]
    const assignments = assignmentsOf(problem, placed)
    const at = { person: 'gp-1', date: '2026-11-30', part: 'am', need: 'urgent', minutes: 15, contacts: 3 }
    const book = { gaps: [], appointments: [{ ...at, mode: 'remote' as const }] }
    const known = { problem, assignments, findings: [], book, service: serviceOf(problem, []) }
    expect(actionsOf({ ...known, rota: { assignments: placed, clinics: [] } })).toMatchObject([
      {
        who: 'practice',
        site: 'A',
        fact: '1 clinic with nobody to see: gp-1 (Tuesday morning).',
        sentence: 'Find other work for gp-1 on Tuesday morning: there is nobody left for them to see.',
      },
    ])
  })

  it('is worded only for rules that exist', () => {
    expect(Object.keys(BY_RULE).filter((rule) => !RULES.some(({ id }) => id === rule))).toEqual([])
  })
})

describe('moments', () => {
  it('are gathered by part of the day, and counted where they are many', () => {
    const week = smallWeek()
    const evening = [MONDAY, TUESDAY].map((day) => ({ ...day, part: 'evening' }))
    const words = momentWords([...evening, { date: '2026-12-05', part: 'sat-am' }], week)
    expect(words).toBe('Monday and Tuesday evening and Saturday morning')
    const many = week.horizon.sessions.map(({ date, part }) => ({ date, part }))
    expect(momentWords(many, week)).toBe('12 half-days, the first on Monday morning')
  })
})
