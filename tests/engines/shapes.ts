/** Families of programmes that solvers have got wrong or found hard, generated from a seed. */
import type { Lp } from '../../solver/lp/lp.ts'
import { programme, type TableColumn, type TableRow } from '../../solver/lp/table.ts'
import { type Seeded, seeded } from './seeded.ts'

/**
 * Whole sessions of a few roles at a few sites, each meeting need at its role's rate; what is not met costs. HiGHS 1.14 called
 * a worse rota optimal in two of five of these.
 */
export function sessionsAndUnmet(seed: number): Lp {
  const draw = seeded(seed)
  const roles = draw.whole(2, 3)
  const sites = draw.whole(1, 2)
  const columns: TableColumn[] = []
  const rows: TableRow[] = []
  const rates = Array.from({ length: roles }, () => draw.whole(8, 16))
  for (let i = 0; i < roles; i++) {
    for (let p = 0; p < sites; p++) columns.push({ cost: draw.whole(50, 150), upper: 5, whole: true })
    const of = Object.fromEntries(Array.from({ length: sites }, (_, p) => [i * sites + p, 1]))
    rows.push({ of, atMost: draw.whole(1, 10) })
  }
  for (let p = 0; p < sites; p++) {
    const of = Object.fromEntries(rates.map((rate, i) => [i * sites + p, rate]))
    rows.push({ of: { ...of, [columns.length]: 1 }, atLeast: draw.whole(20, 120) })
    columns.push({ cost: 10 })
  }
  return programme({ columns, rows })
}

/** Clinics that are open or shut, contacts only where open, the others turned away at a price; sometimes one may open at most. */
export function switchedClinics(seed: number): Lp {
  const draw = seeded(seed)
  const clinics = draw.whole(1, 2)
  const far = draw.chance(0.5) ? 100 : 1000
  const columns: TableColumn[] = []
  const rows: TableRow[] = []
  for (let i = 0; i < clinics; i++) {
    const [open, seen, away] = [3 * i, 3 * i + 1, 3 * i + 2]
    const due = draw.whole(5, 90)
    columns.push({ cost: draw.chance(0.5) ? 99_999 : draw.whole(0, 300), upper: 1, whole: true })
    columns.push({ upper: far }, { cost: draw.whole(1, 12), upper: far })
    rows.push({ of: { [seen]: 1, [open]: -far }, atMost: 0 })
    rows.push({ of: { [seen]: 1, [away]: 1 }, atLeast: due, atMost: due })
  }
  if (clinics === 2 && draw.chance(0.6)) rows.push({ of: { 0: 1, 3: 1 }, atMost: 1 })
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

/** Anything small: columns and rows of every kind, whole and not, bounded, one-sided and free; often infeasible, at times unbounded. */
export function anything(seed: number): Lp {
  const draw = seeded(seed)
  const columns: TableColumn[] = Array.from({ length: draw.whole(1, 8) }, () => anyColumn(draw))
  const rows: TableRow[] = Array.from({ length: draw.whole(0, 6) }, () => {
    const of = columns.map(() => (draw.chance(0.65) ? draw.whole(-5, 9) / (draw.chance(0.2) ? 4 : 1) : 0))
    const low = draw.whole(-12, 20)
    const kind = draw.whole(0, 3)
    if (kind === 0) return { of, atLeast: low }
    if (kind === 1) return { of, atMost: low + 6 }
    return { of, atLeast: low, atMost: low + (kind === 2 ? 0 : draw.whole(1, 15)) }
  })
  return programme({ columns, rows, offset: draw.chance(0.3) ? draw.whole(-50, 50) : 0 })
}

function anyColumn(draw: Seeded): TableColumn {
  const cost = draw.whole(-4, 9)
  const whole = draw.chance(0.5)
  // Whole columns have two ends: without, javascript-lp-solver searches for ever.
  const lower = !whole && draw.chance(0.1) ? -Infinity : draw.chance(0.3) ? draw.whole(-6, 3) : 0
  const endless = !whole && draw.chance(0.4)
  return { cost, lower, upper: endless ? Infinity : (lower === -Infinity ? 0 : lower) + draw.whole(0, 9), whole }
}
