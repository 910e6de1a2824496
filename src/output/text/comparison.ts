/** A comparison for a terminal: a table of figures, with the base first. */
import type { ComparedFigure, ComparedScenario, Comparison, Figure } from '../../comparison.ts'
import { contacts, hours, percent, pounds, whole } from '../figures.ts'
import { ink, type Paper } from './ink.ts'
import { type Cell, table } from './table.ts'
import { wrap } from './wrap.ts'

const KINDS: Readonly<Record<Comparison['depth'], string>> = {
  mix: 'Staffing mixes: whole weeks without names. No rota of the same people can do better than these.',
  rota: 'Rotas: differences count only where they are larger than what is unproven.',
}

export function comparisonInWords(comparison: Comparison, paper: Paper): string {
  const { scenarios, depth } = comparison
  const figures = (scenarios[0]?.figures ?? []).filter((figure) => matters(figure, comparison))
  const head: Cell[] = [{ text: '' }, ...scenarios.map(({ name }): Cell => ({ text: `${name}  `, mark: 'strong' }))]
  const rows = figures.map((figure) => [
    { text: figure.title },
    ...scenarios.map((one) => cellOf(one.figures.find(({ id }) => id === figure.id))),
  ])
  const failed = scenarios.flatMap(({ name, sentence }) => (sentence === undefined ? [] : [`${name}: ${sentence}`]))
  const legend = '+ better than the first, − worse, = no difference shown; unmarked: neither way is better.'
  const lines = [
    ...wrap(ink(KINDS[depth], 'quiet', paper), paper.width, 0),
    '',
    ...table([head, ...rows], paper),
    '',
    ...wrap(legend, paper.width, 0),
    ...scenarios.flatMap((one) => evidenceLines(one, paper)),
    ...failed.flatMap((line) => wrap(line, paper.width, 2)),
  ]
  return `${lines.join('\n')}\n`
}

/** Hides figures that are zero in every scenario. */
function matters({ id }: Figure, { scenarios }: Comparison): boolean {
  return scenarios.some((one) => one.figures.some((own) => own.id === id && Math.abs(own.value) > 0.005))
}

function evidenceLines({ name, evidence }: ComparedScenario, paper: Paper): string[] {
  if (evidence === undefined) return []
  const conclusion = `${name}: ${evidence.conclusion}`
  if (evidence.holds)
    return wrap(`${conclusion}; this holds at the low and the high end of every assumption.`, paper.width, 2)
  const flips = evidence.flips.map((flip) => `${flip.assumption.toLowerCase()} × ${flip.times}: ${flip.conclusion}`)
  return wrap(`${conclusion}, but not whatever is assumed. ${flips.join('; ')}.`, paper.width, 2)
}

const MARKS = { better: '+', worse: '−', 'no difference shown': '=' } as const
const INKS = { better: 'good', worse: 'bad', 'no difference shown': 'plain' } as const

function cellOf(figure: ComparedFigure | undefined): Cell {
  if (figure === undefined) return { text: '–  ' }
  const { verdict } = figure
  if (verdict === null) return { text: `${figureText(figure)}  ` }
  return { text: `${figureText(figure)} ${MARKS[verdict]}`, mark: INKS[verdict] }
}

/** Formats a value in its unit. */
export function figureText({ unit, value }: Pick<Figure, 'unit' | 'value'>): string {
  switch (unit) {
    case 'share':
      return percent(value)
    case 'pounds':
      return pounds(value)
    case 'minutes':
      return hours(value)
    case 'points':
      return `${contacts(value)} points`
    case 'contacts':
      return contacts(value)
    default:
      return value < 10 ? value.toFixed(1) : whole(value)
  }
}
