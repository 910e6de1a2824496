/** Scenarios side by side, in sentences: who waits, at what cost, and how far that is proven. */
import type { ScenarioComparison } from '../../api.ts'
import { pounds, whole } from '../../parts/week/figures.ts'
import { capitalised } from './capitalised.ts'

type Compared = ScenarioComparison['scenarios'][number]

/** The answer first, then a line for each scenario, then the level of proof. */
export function scenarioAnswer({ depth, scenarios }: ScenarioComparison, weeks: number): string[] {
  const others = scenarios.slice(1)
  if (others.length === 0) return []
  return [
    ...(others.length > 1 ? [fewestWords(others)] : []),
    ...others.map((one) => effectWords(one, weeks)),
    PROOF[depth],
  ]
}

const PROOF: Readonly<Record<ScenarioComparison['depth'], string>> = {
  mix: 'These are the best possible with each mix: real rotas usually leave more waiting. Costs are before reimbursement.',
  rota: 'These are from full rotas. Costs are before reimbursement.',
}

function fewestWords(others: readonly Compared[]): string {
  const better = others.filter((one) => figureOf(one, 'waiting')?.verdict === 'better')
  const [first] = better.sort((a, b) => differenceOf(a, 'waiting') - differenceOf(b, 'waiting'))
  return first === undefined
    ? 'None of these is shown to leave fewer people waiting than now.'
    : `${capitalised(first.name)}: that leaves the fewest waiting.`
}

/** "Two physios: 120 fewer wait, for £2,416 more a week, £20 a contact." */
function effectWords(scenario: Compared, weeks: number): string {
  const name = capitalised(scenario.name)
  if (scenario.figures.length === 0) return `${name}: ${scenario.sentence ?? 'it can’t be planned.'}`
  const waiting = Math.round(differenceOf(scenario, 'waiting'))
  const cost = Math.round(differenceOf(scenario, 'cost'))
  const isProven = figureOf(scenario, 'waiting')?.verdict !== 'no difference shown'
  const people =
    waiting === 0
      ? 'as many wait as now'
      : `${whole(Math.abs(waiting))} ${waiting < 0 ? 'fewer' : 'more'} ${Math.abs(waiting) === 1 ? 'waits' : 'wait'}${isProven ? '' : ' (not proven)'}`
  const money =
    cost === 0
      ? 'at the same cost'
      : `for ${pounds(Math.abs(cost))} ${cost < 0 ? 'less' : 'more'} ${weeks === 1 ? 'a week' : `in ${weeks} weeks`}`
  const each = waiting < 0 && cost > 0 && isProven ? `, ${pounds(cost / -waiting)} a contact` : ''
  return `${name}: ${people}, ${money}${each}.`
}

function figureOf({ figures }: Compared, id: string) {
  return figures.find((one) => one.id === id)
}

function differenceOf(scenario: Compared, id: string): number {
  return figureOf(scenario, id)?.difference ?? 0
}
