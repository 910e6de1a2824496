/** Families of programmes that solvers have got wrong or found hard, made anew here from a seed. */
import type { Lp } from '../../solver/lp/lp.ts'
import { programme, type TableColumn, type TableRow } from '../../solver/lp/table.ts'
import { seeded } from './seeded.ts'

/** Whole sessions of a few roles, each meeting needs at its own rate; what is not met costs. HiGHS 1.14 got half of these wrong. */
export function sessionsAndUnmet(seed: number): Lp {
  const draw = seeded(seed)
  const roles = draw.whole(2, 4)
  const needs = draw.whole(1, 4)
  const most = draw.whole(2, 5)
  const columns: TableColumn[] = []
  for (let i = 0; i < roles; i++) columns.push({ cost: draw.whole(0, 12), upper: most, whole: true })
  for (let k = 0; k < needs; k++) columns.push({ cost: draw.whole(1, 4) })
  const rows: TableRow[] = []
  for (let k = 0; k < needs; k++) {
    const rates = Array.from({ length: roles }, () => (draw.chance(0.75) ? draw.whole(2, 13) : 0))
    rows.push({ of: { ...rates, [roles + k]: 1 }, atLeast: draw.whole(10, 60) })
  }
  rows.push({ of: Array.from({ length: roles }, () => 1), atMost: draw.whole(2, roles * most) })
  return programme({ columns, rows })
}

/** Clinics that are open or shut, contacts only where open: the switch has a coefficient far larger than is needed. */
export function switchedClinics(seed: number): Lp {
  const draw = seeded(seed)
  const clinics = draw.whole(2, 3)
  const far = draw.chance(0.5) ? 1e4 : 99_999
  const columns: TableColumn[] = []
  const rows: TableRow[] = []
  for (let i = 0; i < clinics; i++) {
    columns.push({ cost: draw.whole(5, 40), upper: 1, whole: true }, { cost: draw.whole(0, 3), upper: 6, whole: true })
    rows.push({ of: { [2 * i]: -far, [2 * i + 1]: 1 }, atMost: 0 })
  }
  const seen = Object.fromEntries(Array.from({ length: clinics }, (_, i) => [2 * i + 1, 1]))
  columns.push({ cost: far })
  rows.push({ of: { ...seen, [2 * clinics]: 1 }, atLeast: draw.whole(3, 6 * clinics) })
  return programme({ columns, rows })
}

/** Yes-or-no columns under equalities and two-sided rows with signs of both kinds; often nothing fits. */
export function tightChoices(seed: number): Lp {
  const draw = seeded(seed)
  const choices = draw.whole(5, 9)
  const columns = Array.from({ length: choices }, () => ({ cost: draw.whole(-9, 9), upper: 1, whole: true }))
  const rows: TableRow[] = []
  for (let r = draw.whole(2, 4); r > 0; r--) {
    const of = columns.map(() => (draw.chance(0.6) ? draw.whole(-3, 5) : 0))
    const low = draw.whole(-1, 4)
    rows.push({ of, atLeast: low, atMost: low + draw.whole(0, 2) })
  }
  return programme({ columns, rows, offset: draw.whole(-5, 5) })
}

/** Splitting customers evenly on several counts: no solver proves this soon. `soft`: what does not split costs, so a point is easy. */
export function marketSplit(columns: number, counts: number, soft: boolean): Lp {
  const draw = seeded(columns * 100 + counts)
  const all: TableColumn[] = Array.from({ length: columns }, () => ({ upper: 1, whole: true }))
  const rows: TableRow[] = []
  for (let r = 0; r < counts; r++) {
    const weights = Array.from({ length: columns }, () => draw.whole(0, 99))
    const half = Math.floor(weights.reduce((sum, w) => sum + w, 0) / 2)
    const of: Record<number, number> = { ...weights }
    if (soft) {
      of[all.length] = 1
      of[all.length + 1] = -1
      all.push({ cost: 1 }, { cost: 1 })
    }
    rows.push({ of, atLeast: half, atMost: half })
  }
  return programme({ columns: all, rows })
}
