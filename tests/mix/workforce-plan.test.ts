/** A workforce plan over four quarters: what it asks of each quarter's week, and what it comes to. */
import { beforeAll, describe, expect, it } from 'vitest'
import { mixResponse } from '../../api/contract/mixes.ts'
import { mix } from '../../api/desk/mixing.ts'
import { waitingAfter, waitingAtStart, waitingRows } from '../../solver/mix/carried-waiting.ts'
import { BadInput } from '../../src/errors.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { applyChanges } from '../../src/intake/scenario/apply-changes.ts'
import { readPlan } from '../../src/intake/scenario/workforce-plan.ts'
import { mixInWords } from '../../src/output/text/mix.ts'
import type { PlanQuarter, WorkforcePlanAnswer } from '../../src/workforce-plan.ts'
import { shortWeek } from '../short-week.ts'
import { HIGHS, problemOf } from '../solved-week.ts'

const read = (document: unknown) => problemOf(document as RotaDocument)

/** More need than can be met, and a nurse with no half day to spare, so that every session tells. */
const BUSY = applyChanges(shortWeek(), [
  { demand: { factor: 1.8 } },
  { change: { person: 'n1', contract: { sessions: 4 } } },
])

const PLAN = {
  name: 'a nurse learns, a physiotherapist comes',
  steps: [
    { train: { person: 'n1', to: 'paramedic', sessions: 2, quarters: 2, cost: 1000 } },
    { recruit: { role: 'physio', sessions: 6, weeks: 26 } },
    { leave: { person: 'r1', quarter: 4 } },
    { pay: { role: 'gp', costPerSession: 300, quarter: 4 } },
  ],
}

let plan: WorkforcePlanAnswer
let words: string
beforeAll(async () => {
  const answer = await mix({ document: BUSY, plan: PLAN }, read)
  const parsed = mixResponse.parse(answer)
  words = mixInWords(answer, { width: 120, colour: false })
  expect(parsed.plan?.quarters.map(({ changes }) => changes)).toEqual(answer.plan?.quarters.map((q) => q.changes))
  if (answer.plan === undefined) throw new Error('no plan was answered')
  plan = answer.plan
})

function difference({ scenarios: [, own] }: PlanQuarter, id: string): number {
  return own.figures.find((figure) => figure.id === id)?.difference ?? Number.NaN
}

describe('a workforce plan', () => {
  it('takes protected time from whoever learns, and changes the role when it is over', () => {
    const learning = plan.quarters.map(({ changes, training }) => [training, changes[0]])
    const own = BUSY.people.find(({ id }) => id === 'n1')
    const kept = own?.contract.protected ?? 0
    expect(learning[0]).toEqual([2, { change: { person: 'n1', contract: { protected: kept + 2 } } }])
    expect(plan.quarters.map(({ training }) => training)).toEqual([2, 2, 0, 0])
    expect(plan.quarters[2]?.changes[0]).toMatchObject({ change: { person: 'n1', role: 'paramedic' } })
  })

  it('pays for learning, and leaves more waiting while it lasts', () => {
    const [first] = plan.quarters
    expect(first?.cost.with).toBe((first?.cost.without ?? 0) + 1000)
    expect(difference(first as PlanQuarter, 'waiting')).toBeGreaterThan(0.5)
    expect(first?.conclusion).toBe('worse')
  })

  it('starts each quarter with what the one before left waiting, with the plan and without', () => {
    const runs = plan.quarters.map(({ waiting }) => waiting)
    for (const [k, { without, with: own }] of runs.slice(1).entries()) {
      // Rounded to whole contacts at both ends, by need and practice in between.
      expect(Math.abs(without.start - (runs[k]?.without.end ?? 0))).toBeLessThanOrEqual(1)
      expect(Math.abs(own.start - (runs[k]?.with.end ?? 0))).toBeLessThanOrEqual(1)
    }
    expect(runs[0]?.with.start).toBe(runs[0]?.without.start)
    expect(runs[0]?.with.end).toBeGreaterThan((runs[0]?.without.end ?? 0) + 1)
    const first = (scenario: 0 | 1) => plan.quarters[1]?.scenarios[scenario].figures.find(({ id }) => id === 'waiting')
    expect(first(1)?.value).toBeGreaterThan(first(0)?.value ?? Number.NaN)
  })

  it('has somebody recruited from the end of the time to hire', () => {
    const sessions = plan.quarters.map(
      ({ changes }) =>
        (changes as { add?: { sessions: number } }[]).find(({ add }) => add !== undefined)?.add?.sessions ?? 0,
    )
    expect(sessions).toEqual([0, 0, 6, 6])
    expect(plan.quarters[2]?.events.join(' ')).toContain('in post from Monday 31 May 2027')
    // A quarter's part of the 44 weeks of a year that a session is paid for: eleven.
    expect(plan.quarters[2]?.cost.with).toBe((plan.quarters[2]?.cost.without ?? 0) + 11 * (6 * 169 + paidMore()))
  })

  it('holds leavers, pay and demand against doing nothing too', () => {
    const [, , third, last] = plan.quarters
    expect(last?.cost.without).toBeGreaterThan(third?.cost.without ?? Number.NaN)
    expect(last?.events).toContain('Registrar 1 leaves.')
  })

  it('is told by quarter and for the year', () => {
    expect(words).toContain('Quarter 1: with the plan')
    expect(plan.sentences).toContain('Patients are worse off at first; from quarter 3 on the plan is better for them.')
    expect(words).toContain('52 paid sessions of the year go into training')
    expect(words).toContain('Nurse 1 is now a paramedic.')
  })
})

/** A week's sessions of the nurse at a paramedic's pay. */
function paidMore(): number {
  return (BUSY.people.find(({ id }) => id === 'n1')?.contract.sessions ?? 0) * (150 - 135)
}

function weeklyOf({ arrivals }: ReturnType<typeof problemOf>, asked: string): number {
  return arrivals.filter(({ need }) => need === asked).reduce((sum, { contacts }) => sum + contacts, 0)
}

describe('a list that is carried over', () => {
  const busy = problemOf(BUSY)

  it('grows to four weeks of requests past the target, and no further', async () => {
    const rush = applyChanges(BUSY, [{ demand: { factor: 2 } }])
    const busy = problemOf(rush)
    const weekly = (need: string) => weeklyOf(busy, need)
    let problem = busy
    for (let quarter = 0; quarter < 4; quarter++)
      problem = problemOf({ ...rush, backlog: waitingRows(busy, await waitingAfter(problem, HIGHS)) })
    const list = waitingAtStart(problem)
    const full = [...list].map(([need, contacts]) => {
      const most = ((busy.needById.get(need)?.withinDays ?? 0) / 5 + 4) * weekly(need)
      expect(contacts).toBeLessThanOrEqual(most + 0.1)
      return weekly(need) > 0 && contacts > most - 0.1
    })
    expect(full).toContain(true)
  })

  it('is emptied where there is time enough', async () => {
    const idle = applyChanges(shortWeek(), [{ demand: { factor: 0.1 } }])
    const left = [...(await waitingAfter(problemOf(idle), HIGHS)).values()].reduce((sum, contacts) => sum + contacts, 0)
    expect(left).toBeLessThan(1)
  })

  it('keeps its contacts as rows, the latest to ask having waited the shortest', () => {
    const rows = waitingRows(busy, new Map([['routine', 200]]))
    expect(rows.reduce((sum, { contacts }) => sum + contacts, 0)).toBeCloseTo(200, 1)
    for (const site of new Set(rows.map((row) => row.site))) {
      const days = rows.filter((row) => row.site === site).map(({ waitedDays }) => waitedDays)
      expect(days.slice(0, 2)).toEqual([3, 4])
      expect(days).toEqual([...days].sort((a, b) => a - b))
    }
  })
})

describe('a share of a quarter', () => {
  it('is that share of the sessions', () => {
    const { quarters } = readPlan(BUSY, { name: 'x', steps: [{ recruit: { role: 'physio', sessions: 9 } }] }, (d) => d)
    expect(quarters.map((quarter) => quarter.with.people.length)).toEqual(
      [7, 8, 8, 8].map((n) => n - 7 + BUSY.people.length),
    )
    const four = readPlan(
      BUSY,
      { name: 'x', steps: [{ recruit: { role: 'physio', sessions: 6.5, weeks: 5, quarter: 2 } }] },
      (d) => d.people.filter(({ id }) => id.startsWith('new-')).map(({ contract }) => contract.sessions),
    )
    expect(four.quarters.map((quarter) => quarter.with)).toEqual([[], [4], [6.5], [6.5]])
  })
})

describe('a plan that cannot be', () => {
  const complaintsOf = (sent: unknown) => {
    try {
      readPlan(BUSY, sent, (document) => document)
    } catch (error) {
      if (error instanceof BadInput) return error.complaints.map(({ pointer, maybe }) => [pointer, maybe])
      throw error
    }
    return []
  }

  it('is refused for its shape, with every mistake at once', () => {
    const sent = {
      name: '',
      steps: [{ recrut: {} }, { recruit: { role: 'physio', sessions: -1, wekks: 3 } }, { train: {}, pay: {} }, 7],
    }
    expect(complaintsOf({ ...sent, name: 'x' })).toEqual([
      ['/steps/0/recrut', 'recruit'],
      ['/steps/1/recruit/sessions', undefined],
      ['/steps/1/recruit/wekks', 'weeks'],
      ['/steps/2', undefined],
      ['/steps/3', undefined],
    ])
    expect(complaintsOf(sent)).toEqual([['/name', undefined]])
    expect(complaintsOf([])).toHaveLength(1)
    expect(complaintsOf({ name: 'x', steps: Array.from({ length: 101 }, () => ({})) })).toHaveLength(1)
  })

  it('is refused a document of several weeks, of which none stands for a quarter', () => {
    const weeks = shortWeek({ week: { from: '2026-11-30', weeks: 2 } })
    const asked = () => readPlan(weeks, { name: 'x', steps: [{ leave: { person: 'n1' } }] }, (document) => document)
    expect(asked).toThrow(BadInput)
  })

  it('is refused for names and people, with every mistake at once', () => {
    const steps = [
      { recruit: { role: 'phisio', sessions: 4, home: 'aldr' } },
      { train: { person: 'n1', sessions: 9, quarters: 1 } },
      { train: { person: 'n9', to: 'gp', sessions: 1, quarters: 1 } },
      { leave: { person: 'g1', quarter: 3 } },
      { leave: { role: 'gp', sessions: 400, quarter: 2 } },
      { train: { person: 'g1', to: 'gp', sessions: 1, quarters: 4 } },
      { leave: { person: 'g1' } },
      { demand: { need: 'urgnt', factor: 1 } },
    ]
    const found = complaintsOf({ name: 'x', roles: [{ id: 'gp', title: 'Twice' }], steps })
    expect(found.map(([pointer]) => pointer)).toEqual([
      '/roles/0/id',
      '/steps/0/recruit/role',
      '/steps/0/recruit/home',
      '/steps/2/train/person',
      '/steps/7/demand/need',
      '/steps/1/train',
      '/steps/1/train/sessions',
      '/steps/5/train/to',
      '/steps/5/train/person',
      '/steps/4/leave/sessions',
      '/steps/6/leave/person',
    ])
    expect(Object.fromEntries(found)).toMatchObject({
      '/steps/0/recruit/role': 'physio',
      '/steps/0/recruit/home': 'alder',
      '/steps/7/demand/need': 'urgent',
    })
  })
})
