/**
 * Small programmes with known answers, run before an engine is trusted: cases that released solvers have answered wrongly as optimal. Takes
 * milliseconds in all; a test proves every answer by enumeration.
 */
import type { Lp } from '../lp/lp.ts'
import { programme } from '../lp/table.ts'
import { now } from './clock.ts'
import type { Answer, Engine, Limits } from './engine.ts'

export interface SelfTestCase {
  readonly what: string
  readonly lp: Lp
  /** Null if infeasible. */
  readonly optimum: number | null
  readonly start?: Float64Array
}

export interface SelfTestFailure {
  readonly what: string
  readonly expected: string
  readonly seen: string
}

export interface SelfTestResult {
  readonly passed: boolean
  readonly failures: readonly SelfTestFailure[]
  readonly seconds: number
}

const open = { upper: 1, whole: true }
const LIMITS: Limits = { seconds: 10, relativeGap: 0, absoluteGap: 1e-9, seed: 1 }

export const SELF_TEST: readonly SelfTestCase[] = [
  {
    what: 'sessions cost more than the need they meet',
    lp: programme({
      columns: [{ cost: 50, upper: 5, whole: true }, { cost: 4 }],
      rows: [{ of: [12, 1], atLeast: 30.5 }],
    }),
    optimum: 122,
  },
  {
    what: 'sessions of three roles, unmet need in pounds',
    lp: programme({
      columns: [
        { cost: 120, upper: 5, whole: true },
        { cost: 95, upper: 5, whole: true },
        { cost: 130, upper: 5, whole: true },
        { cost: 10 },
      ],
      rows: [
        { of: [9, 8, 15, 1], atLeast: 67 },
        { of: [1], atMost: 3 },
        { of: [0, 1], atMost: 4 },
      ],
    }),
    optimum: 590,
  },
  {
    what: 'a session beside need that has a minimum of its own',
    lp: programme({
      columns: [
        { cost: 1, upper: 18, whole: true },
        { cost: 2, lower: 7, upper: 18 },
      ],
      rows: [{ of: [1, 1], atLeast: 19.3 }],
    }),
    optimum: 26.6,
  },
  {
    what: 'a clinic that is too dear to open',
    lp: programme({
      columns: [{ upper: 60 }, { cost: 4 }, { cost: 50_000, ...open }],
      rows: [
        { of: [1, 1], atLeast: 14, atMost: 14 },
        { of: [1, 0, -60], atMost: 0 },
      ],
    }),
    optimum: 56,
  },
  {
    what: 'two clinics of which one may open',
    lp: programme({
      columns: [open, open, { upper: 400 }, { upper: 400 }, { cost: 9, upper: 400 }, { cost: 7, upper: 400 }],
      rows: [
        { of: { 0: -400, 2: 1 }, atMost: 0 },
        { of: { 1: -400, 3: 1 }, atMost: 0 },
        { of: { 2: 1, 4: 1 }, atLeast: 400, atMost: 400 },
        { of: { 3: 1, 5: 1 }, atLeast: 400, atMost: 400 },
        { of: [1, 1], atMost: 1 },
      ],
    }),
    optimum: 2800,
  },
  {
    what: 'a free column that holds the size of a whole one',
    lp: programme({
      columns: [{ cost: 80 }, { cost: 0.02, lower: -9, upper: 9 }, { lower: 0.4, upper: 4, whole: true }],
      rows: [
        { of: [1, 0, 1], atLeast: 4, atMost: 4 },
        { of: [0, -1, 1], atMost: 0 },
        { of: [0, -1, -1], atMost: 0 },
      ],
    }),
    optimum: 0.08,
  },
  {
    what: 'whole and fractional columns under an equality',
    lp: programme({
      columns: [
        { cost: 1, upper: 3 },
        { cost: 4, lower: -1, upper: 1 },
        { cost: 8, upper: 30, whole: true },
      ],
      rows: [
        { of: [1, 1], atMost: 4 },
        { of: [1, 0, 1], atLeast: 9 },
        { of: [0, -1, 1], atLeast: 6.5, atMost: 6.5 },
      ],
    }),
    optimum: 49,
  },
  {
    what: 'more asked than there is, from a start that breaks it',
    lp: programme({
      columns: [open, open, open],
      rows: [
        { of: [1, 1], atLeast: 2 },
        { of: [1, 0, 1], atMost: 1 },
        { of: [0, 1, -1], atMost: 0 },
      ],
    }),
    optimum: null,
    start: Float64Array.of(1, 1, 0),
  },
]

/** Reports wrong answers and never throws for one. */
export async function selfTest(engine: Engine): Promise<SelfTestResult> {
  const began = now()
  const failures: SelfTestFailure[] = []
  for (const { what, lp, optimum, start } of SELF_TEST) {
    const answer = await engine.solve(lp, start === undefined ? LIMITS : { ...LIMITS, start })
    if (!agrees(answer, optimum))
      failures.push({ what, expected: optimum === null ? 'infeasible' : `${optimum}`, seen: seenOf(answer) })
  }
  return { passed: failures.length === 0, failures, seconds: now() - began }
}

function agrees(answer: Answer, optimum: number | null): boolean {
  if (optimum === null) return answer.status === 'infeasible'
  return answer.status === 'optimal' && Math.abs(answer.objective - optimum) <= 1e-6 * (1 + Math.abs(optimum))
}

function seenOf(answer: Answer): string {
  return 'objective' in answer ? `${answer.status}, ${answer.objective}` : answer.status
}
