/** Scenarios side by side: the figures of each, and which differences are proven. No solver. */
import type { Level } from './breach.ts'

export const FIGURE_UNITS = ['share', 'contacts', 'minutes', 'pounds', 'sessions', 'points', 'sites'] as const
export const VERDICTS = ['better', 'worse', 'no difference shown'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One figure of one scenario. */
export interface Figure {
  readonly id: string
  readonly title: string
  readonly unit: (typeof FIGURE_UNITS)[number]
  readonly value: number
  /** Which direction is better; null if neither. */
  readonly better: 'more' | 'less' | null
  /** The levels whose bounds prove a difference. Empty if the figure is a plain fact of the document or plan. */
  readonly levels: readonly Level[]
}

/** A level's value and its proven lower bound. */
export interface ProvenLevel {
  readonly level: Level
  readonly unit: string
  readonly value: number
  readonly bound: number
}

/** A scenario that was solved, or, if it couldn't be, a sentence explaining why. */
export interface Solved {
  readonly name: string
  readonly status: string
  readonly sentence?: string
  readonly levels: readonly ProvenLevel[]
  readonly figures: readonly Figure[]
}

export interface ComparedLevel extends ProvenLevel {
  readonly verdict: Verdict | null
}

export interface ComparedFigure extends Figure {
  /** Compared with the base; null for the base itself and for figures with no better direction. */
  readonly verdict: Verdict | null
  /** After − before. */
  readonly difference: number
}

/** Whether a scenario's conclusion survives lower and higher values of the assumptions about substitution. */
export interface EvidenceCheck {
  /** The verdict of the first level that differs from the base. */
  readonly conclusion: Verdict
  readonly holds: boolean
  /** Assumptions that change the conclusion, and the conclusion they change it to. */
  readonly flips: readonly {
    readonly assumption: string
    readonly at: 'low' | 'high'
    readonly times: number
    readonly conclusion: Verdict
    readonly source: string
  }[]
}

export interface ComparedScenario extends Omit<Solved, 'levels' | 'figures'> {
  readonly levels: readonly ComparedLevel[]
  readonly figures: readonly ComparedFigure[]
  /** Present if requested; never on the base. */
  readonly evidence?: EvidenceCheck
}

export interface Comparison {
  /** `mix`: staffing mixes, which bound what any rota can reach. `rota`: solved rotas. */
  readonly depth: 'mix' | 'rota'
  /** Starts with the base. */
  readonly scenarios: readonly ComparedScenario[]
}

/** Smaller differences between figures are rounding. */
const NOISE = 1e-3

/** The first scenario is the base. */
export function comparisonOf(depth: Comparison['depth'], solved: readonly Solved[]): Comparison {
  const [base] = solved
  return { depth, scenarios: solved.map((one) => (base === undefined ? asBase(one) : compared(one, base))) }
}

/** A scenario's overall verdict: that of the first level that differs. */
export function conclusionOf({ levels, status }: Pick<ComparedScenario, 'levels' | 'status'>): Verdict {
  if (status === 'impossible') return 'worse'
  return (
    levels.map(({ verdict }) => verdict).find((one) => one === 'better' || one === 'worse') ?? 'no difference shown'
  )
}

function asBase(one: Solved): ComparedScenario {
  return {
    ...one,
    levels: one.levels.map((level) => ({ ...level, verdict: null })),
    figures: one.figures.map((figure) => ({ ...figure, verdict: null, difference: 0 })),
  }
}

function compared(one: Solved, base: Solved): ComparedScenario {
  if (one === base) return asBase(one)
  const levels = one.levels.map((level) => ({ ...level, verdict: verdictOf(level, base.levels) }))
  const figures = one.figures.map((figure): ComparedFigure => {
    const before = base.figures.find(({ id }) => id === figure.id)?.value ?? 0
    const difference = figure.value - before
    const own = levels.filter(({ level }) => figure.levels.includes(level))
    return { ...figure, difference, verdict: figureVerdict(figure, difference, own) }
  })
  return { ...one, levels, figures }
}

/** Better if the value is below the base's bound; worse if the base's value is below this one's bound. */
function verdictOf(level: ProvenLevel, base: readonly ProvenLevel[]): Verdict {
  const before = base.find((own) => own.level === level.level)
  const noise = NOISE * Math.max(1, Math.abs(before?.value ?? 0))
  if (before === undefined) return 'no difference shown'
  if (level.value < before.bound - noise) return 'better'
  return level.bound > before.value + noise ? 'worse' : 'no difference shown'
}

/**
 * A figure counts as different only if one of its levels differs in the same direction. Otherwise an equally good plan might show the
 * opposite.
 */
function figureVerdict(figure: Figure, difference: number, levels: readonly ComparedLevel[]): Verdict | null {
  if (figure.better === null) return null
  const isBetter = figure.better === 'more' ? difference > 0 : difference < 0
  const verdict = isBetter ? 'better' : 'worse'
  if (Math.abs(difference) <= NOISE) return 'no difference shown'
  const isProven = figure.levels.length === 0 || levels.some((level) => level.verdict === verdict)
  return isProven ? verdict : 'no difference shown'
}
