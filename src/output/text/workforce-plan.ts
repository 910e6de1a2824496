/** A workforce plan for a terminal: each quarter's events, a table of doing nothing against the plan, and the outcome. */
import type { ComparedFigure } from '../../comparison.ts'
import type { PlanQuarter, WorkforcePlanAnswer } from '../../workforce-plan.ts'
import { pounds } from '../figures.ts'
import { figureText } from './comparison.ts'
import { ink, type Paper } from './ink.ts'
import { type Cell, table } from './table.ts'
import { wrap } from './wrap.ts'

/** Weekly figures that are printed; the answer has more. */
const SHOWN = ['urgent-same-day', 'routine-in-time', 'gp-contacts', 'gp-minutes', 'rooms', 'arrs-left']

export function planInWords({ name, quarters, sentences }: WorkforcePlanAnswer, paper: Paper): string[] {
  const head = ['First week of each quarter', ...quarters.map(({ quarter }) => `Q${quarter} `)]
  const rows = SHOWN.flatMap((id) => figureRows(id, quarters))
  return [
    ...wrap(ink(`Workforce plan: ${name}`, 'strong', paper), paper.width, 2),
    '',
    ...table(
      [head.map((text): Cell => ({ text, mark: 'strong' })), ...rows, ...waitingRows(quarters), ...costRows(quarters)],
      paper,
    ),
    ...wrap('First if nothing is done, then with the plan: + better, − worse, = no difference shown.', paper.width, 2),
    '',
    ...quarters.flatMap(({ events, sentence }) => [
      ...wrap(ink(sentence, 'strong', paper), paper.width, 2),
      ...events.flatMap((event) => wrap(`  ${event}`, paper.width, 4)),
    ]),
    ...sentences.flatMap((sentence) => wrap(sentence, paper.width, 2)),
  ]
}

function figureRows(id: string, quarters: readonly PlanQuarter[]): Cell[][] {
  const pairs = quarters.map(({ scenarios }) => scenarios.map(({ figures }) => figures.find((one) => one.id === id)))
  const title = pairs.flat().find((figure) => figure !== undefined)?.title
  if (title === undefined) return []
  return [
    [{ text: title }, ...pairs.map(([without]) => cellOf(without))],
    [{ text: '  with the plan' }, ...pairs.map(([, plan]) => cellOf(plan))],
  ]
}

/** The list is continuous: each quarter starts with the previous one's end. */
function waitingRows(quarters: readonly PlanQuarter[]): Cell[][] {
  const row = (title: string, of: (quarter: PlanQuarter) => number): Cell[] => [
    { text: title },
    ...quarters.map((quarter): Cell => ({ text: `${whole(of(quarter))}  ` })),
  ]
  return [
    row('Waiting when the quarter starts', ({ waiting }) => waiting.without.start),
    row('  with the plan', ({ waiting }) => waiting.with.start),
    row('Waiting when it ends, estimated', ({ waiting }) => waiting.without.end),
    row('  with the plan', ({ waiting }) => waiting.with.end),
    row('Of these, past their target', ({ waiting }) => waiting.without.late),
    row('  with the plan', ({ waiting }) => waiting.with.late),
  ]
}

function whole(contacts: number): string {
  return Math.round(contacts).toLocaleString('en-GB')
}

function costRows(quarters: readonly PlanQuarter[]): Cell[][] {
  const training = quarters.map((one) => one.training)
  return [
    [{ text: 'Cost of the quarter' }, ...quarters.map(({ cost }): Cell => ({ text: `${pounds(cost.without)}  ` }))],
    [{ text: '  with the plan' }, ...quarters.map(({ cost }): Cell => ({ text: `${pounds(cost.with)}  ` }))],
    ...(training.every((sessions) => sessions === 0)
      ? []
      : [[{ text: 'Sessions a week in training' }, ...training.map((n): Cell => ({ text: `${n}  ` }))]]),
  ]
}

const MARKS = { better: '+', worse: '−', 'no difference shown': '=' } as const
const INKS = { better: 'good', worse: 'bad', 'no difference shown': 'plain' } as const

function cellOf(figure: ComparedFigure | undefined): Cell {
  if (figure === undefined) return { text: '–  ' }
  const { verdict } = figure
  return verdict === null
    ? { text: `${figureText(figure)}  ` }
    : { text: `${figureText(figure)} ${MARKS[verdict]}`, mark: INKS[verdict] }
}
