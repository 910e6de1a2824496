import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES_WITH_CAUSES } from '../../solver/explain/causes/by-rule.ts'
import { causesOf } from '../../solver/explain/causes/causes.ts'
import { reportOf } from '../../solver/plan.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { PersonDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import { type Change, changed, handMade } from '../hand-made.ts'
import { busyLastAfternoon } from '../short-week.ts'
import { smallDocument } from '../small-document.ts'
import { problemOf, solveProblem } from '../solved-week.ts'
import { foundIn } from './found-in.ts'

const [MON, THU] = ['2026-11-30', '2026-12-03']

function smallProblem(
  people: Readonly<Record<string, Partial<PersonDocument>>>,
  more: Partial<RotaDocument> = {},
): Problem {
  const document = smallDocument(more)
  return problemOf({ ...document, people: document.people.map((person) => ({ ...person, ...people[person.id] })) })
}

/** Causes of what one rule finds, in its order. */
function causes(
  rule: string,
  problem: Problem,
  assignments: readonly string[],
  clinics: readonly string[] = [],
): (string | undefined)[] {
  return foundIn(problem, handMade(problem, assignments, clinics))
    .filter((finding) => finding.rule === rule)
    .map((finding) => finding.cause)
}

const awayOn = (date: string, part: string) => [{ from: date, to: date, parts: [part] }]

describe('nobody is on duty', () => {
  it('because those who may are away, at work elsewhere or without a session left', () => {
    const closed = [MON, '2026-12-01', '2026-12-02', '2026-12-04'].map((date) => ({ date, why: 'a short week' }))
    const morning = [
      { date: THU, why: 'a short week', parts: ['am'] },
      { date: THU, why: 'a short week', parts: ['pm'], sites: ['birch'] },
    ]
    const problem = smallProblem(
      { g1: { away: awayOn(THU, 'pm') }, g3: { contract: { sessions: 0 } } },
      { closed: [...closed, ...morning] },
    )
    expect(causes('duty-doctor', problem, [])).toEqual([
      'GP 1 is away and GP 3 has no session left that week; nobody else may be on duty at Alder Road.',
    ])
  })

  it('because the one who may is on duty at another site', () => {
    const problem = smallProblem({ g1: { away: awayOn(THU, 'pm') }, g2: { away: awayOn(THU, 'pm') } })
    const found = foundIn(problem, handMade(problem, ['g3 thu-pm birch duty'], []))
    expect(
      found.find((f) => f.rule === 'duty-doctor' && f.site === 'alder' && f.date === THU && f.part === 'pm')?.cause,
    ).toBe('GP 1 is away and GP 3 is on duty at Birch Lane; nobody else may be on duty at Alder Road.')
  })

  it('because nobody may', () => {
    const cedar = { id: 'cedar', name: 'Cedar House', patients: 100, rooms: 1 }
    const problem = smallProblem({}, { sites: [...smallDocument().sites, cedar] })
    const found = foundIn(problem, handMade(problem, [], [])).filter((f) => f.site === 'cedar')
    expect(new Set(found.filter((f) => f.rule === 'duty-doctor').map((f) => f.cause))).toEqual(
      new Set(['Nobody may be on duty at Cedar House.']),
    )
  })
})

it('up to three people are named, more are counted by role', () => {
  const away = awayOn(MON, 'am')
  const three = smallProblem({ g2: { away }, g3: { away }, p1: { away } })
  const four = smallProblem({ g2: { away }, g3: { away }, p1: { away }, f1: { away } })
  const atBirch = (problem: Problem) =>
    foundIn(problem, handMade(problem, [], [])).find(
      (f) => f.rule === 'minimum-cover' && f.site === 'birch' && f.date === MON && f.part === 'am',
    )?.cause
  expect(atBirch(three)).toBe(
    'GP 2, GP 3 and Paramedic 1 are away and Physio 1 has nobody there to supervise them; nobody else sees patients at Birch Lane.',
  )
  expect(atBirch(four)).toBe(
    '2 GPs, 1 first contact physiotherapist and 1 paramedic are away; nobody else sees patients at Birch Lane.',
  )
})

describe('contacts are not met', () => {
  const urgent = [{ site: 'alder', need: 'urgent', date: MON, part: 'am', contacts: 40 }]

  it('because the minutes of those who are there are full, and the others are away', () => {
    const problem = smallProblem(
      { g3: { away: awayOn(MON, 'am') }, p1: { works: ['tue-am'] } },
      { demand: urgent, backlog: [] },
    )
    const rota = ['g1 mon-am alder clinic', 'n1 mon-am alder clinic']
    const cause = causes('seen-same-day', problem, rota, [
      'mon-am alder gp clinic 12 urgent of alder',
      'mon-am alder nurse clinic 9 urgent of alder',
    ])
    expect(cause).toEqual([
      'GP 1 and Nurse 1 work 2 sessions at Alder Road on Monday, where 324 of 360 minutes are booked and 22 are left over and 14 would be beyond the safe number of contacts; Paramedic 1 does not usually work then, GP 1, GP 3 and Nurse 1 could each still be asked on Monday afternoon and Registrar 1 could still be asked on Monday morning.',
    ])
    // Contacts of 12 minutes count 0.9 of 15: 11.25, half of a safe day.
    const strict = smallProblem(
      { g3: { away: awayOn(MON, 'am') }, p1: { works: ['tue-am'] } },
      { demand: urgent, backlog: [], rules: { 'safe-workload': { contacts: 22.5 } } },
    )
    const full = causes('seen-same-day', strict, rota, [
      'mon-am alder gp clinic 12.5 urgent of alder',
      'mon-am alder nurse clinic 9 urgent of alder',
    ])
    expect(full[0]).toContain('where 330 of 360 minutes are booked and 30 would be beyond the safe number of contacts')
  })

  it('because the minutes go to another need', () => {
    const problem = smallProblem(
      {},
      { demand: [...urgent, { site: 'alder', need: 'treatment', date: MON, part: 'am', contacts: 12 }], backlog: [] },
    )
    const [cause] = causes(
      'seen-same-day',
      problem,
      ['n1 mon-am alder clinic'],
      ['mon-am alder nurse clinic 12 treatment of alder'],
    )
    expect(cause).toContain(
      'Nurse 1 works 1 session at Alder Road on Monday, with every minute booked, 100% of them for "Bloods and dressings"',
    )
  })

  it('because nobody who goes on visits sees patients, and a clinic has time for them', () => {
    const demand = [{ site: 'alder', need: 'visit', date: MON, part: 'am', contacts: 2 }]
    const problem = smallProblem({}, { demand, backlog: [] })
    const [visits] = causes('seen-same-day', problem, ['g1 mon-am alder admin'])
    expect(visits).toBe(
      'Nobody who meets this need sees patients at Alder Road on Monday; GP 1 could still be asked on Monday afternoon and GP 3 and Paramedic 1 could each still be asked on Monday morning.',
    )
    const met = ['mon-am alder gp clinic 2 visit of alder']
    expect(causes('seen-same-day', problem, ['g1 mon-am alder clinic'], met)).toEqual([])
  })

  it('because those who meet the need see no patients', () => {
    const demand = [{ site: 'alder', need: 'urgent', date: MON, part: 'am', contacts: 2 }]
    const [urgent] = causes('seen-same-day', smallProblem({}, { demand, backlog: [] }), ['g1 mon-am alder admin'])
    expect(urgent).toMatch(/^Nobody who meets this need sees patients at Alder Road on Monday; /)
  })

  it('because nobody who works there meets the need', () => {
    const problem = smallProblem(
      {
        n1: { sites: ['alder'] },
        g2: { home: 'alder', sites: ['alder'] },
        g3: { sites: ['alder'] },
        p1: { sites: ['birch'] },
      },
      {
        demand: [{ site: 'birch', need: 'treatment', date: MON, part: 'am', contacts: 3 }],
        backlog: [],
      },
    )
    const [cause] = causes('waiting-list', problem, [])
    expect(cause).toBe('Nobody who works at Birch Lane meets this need.')
  })
})

it('lost learning time is explained by where the sessions go, and which half days are left', () => {
  const problem = smallProblem({ g1: { contract: { sessions: 2, protected: 1 }, works: ['mon-am', 'mon-pm'] } })
  const [cause] = causes('protected-time', problem, ['g1 mon-am alder duty', 'g1 mon-pm alder clinic'])
  expect(cause).toBe('GP 1 has 1 session in clinic, 1 on duty and no half day left in the week.')
  const spare = smallProblem({ g1: { contract: { sessions: 2, protected: 1 }, works: ['mon-am', 'tue-pm'] } })
  expect(causes('protected-time', spare, ['g1 mon-am alder clinic'])[0]).toMatch(
    /^GP 1 has 1 session in clinic and 1 half day left \(Tuesday afternoon\) in the week\./,
  )
  const closed = smallProblem(
    { g1: { contract: { sessions: 2, protected: 1 }, works: ['mon-am', 'tue-pm'] } },
    { closed: [{ date: '2026-12-01', why: 'Training day' }] },
  )
  expect(causes('protected-time', closed, ['g1 mon-am alder clinic'])[0]).toMatch(/no half day left in the week\./)
})

it('pinned work is said to be pinned', () => {
  const problem = smallProblem(
    { p1: { wishes: [{ part: 'fri-pm', want: 'off' }] } },
    { pins: [{ person: 'p1', date: '2026-12-04', part: 'pm', site: 'birch', work: 'clinic' }] },
  )
  expect(causes('preferences', problem, ['p1 fri-pm birch clinic'])).toEqual([
    'Paramedic 1 holds a clinic at Birch Lane on Friday afternoon: that is pinned.',
  ])
})

interface Marking {
  readonly rule: string
  readonly rotas: readonly {
    readonly change?: Change
    readonly assignments: readonly string[]
    readonly clinics?: readonly string[]
  }[]
}

describe('rotas marked by hand', () => {
  const folder = new URL('../../fixtures/judged/', import.meta.url)
  const read = <T>(name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T
  const week = read<RotaDocument>('week.json')
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'week.json')

  it.each(names)('have a cause, without ids, for every finding of %s', (name) => {
    const marking = read<Marking>(name)
    const rule = RULES.find((one) => one.id === marking.rule)
    for (const marked of marking.rotas) {
      const problem = problemOf(changed(week, marked.change))
      const rota = handMade(problem, marked.assignments, marked.clinics ?? [])
      for (const breach of rule?.check(rota, problem) ?? []) {
        const cause = rule && causesOf(problem, rota).ofBreach(rule, breach)
        expect(cause).toMatch(/^[A-Z0-9].*\.$/)
        expect(cause).not.toMatch(/\b(g1|g2|r1|n1|alder|birch|undefined|NaN)\b/)
      }
    }
  })
})

it('every finding and every unmet need of a planned week has a cause, and the same one each time', async () => {
  const problem = problemOf({ ...busyLastAfternoon(), solve: { seconds: 60, gap: 0.05, seed: 1 } })
  const outcome = await solveProblem(problem)
  const report = reportOf(problem, outcome, 'sha256:0')
  expect(report.findings.filter((finding) => finding.cause === undefined)).toEqual([])
  expect(report.service.unmet.filter((unmet) => unmet.cause === undefined)).toEqual([])
  expect(report.findings.length).toBeGreaterThan(3)
  expect(reportOf(problem, outcome, 'sha256:0').findings).toEqual(report.findings)
})

it('what is found out for one finding is not said of another', async () => {
  const problem = problemOf({ ...busyLastAfternoon(), solve: { seconds: 60, gap: 0.05, seed: 1 } })
  const outcome = await solveProblem(problem)
  if (outcome.kind !== 'rota') throw new Error(outcome.kind)
  // A third of the clinics and of the people of every session: much is unmet, of many needs on many days.
  const rota = {
    assignments: outcome.rota.assignments.filter((_, k) => k % 3 > 0),
    clinics: outcome.rota.clinics.filter((_, k) => k % 3 === 0),
  }
  const { unmet } = reportOf(problem, { ...outcome, rota }, 'sha256:0').service
  const together = causesOf(problem, rota)
  for (const one of unmet) expect(together.ofUnmet(one)).toBe(causesOf(problem, rota).ofUnmet(one))
  expect(new Set(unmet.map(({ cause }) => cause)).size).toBeGreaterThan(5)
})

it('kinds of cause are those of rules that there are', () => {
  expect(RULES_WITH_CAUSES.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([])
})
