/** The charts of a comparison: one bar per scenario, for the figures a director asks about first. */
import type { Comparison } from '../comparison.ts'
import { figureText } from '../output/text/comparison.ts'
import { barChart } from './bar-chart.ts'
import type { Chart } from './chart.ts'

const SHOWN = ['in-time', 'waiting', 'gp-minutes', 'cost'] as const

export function comparisonCharts({ scenarios }: Comparison): Chart[] {
  return SHOWN.flatMap((id) => {
    const bars = scenarios.flatMap(({ name, figures }) => {
      const figure = figures.find((one) => one.id === id)
      if (figure === undefined) return []
      const verdict = figure.verdict === null ? '' : ` (${figure.verdict})`
      return [{ label: name, value: figure.value, text: figureText(figure), note: verdict, title: figure.title }]
    })
    const [first] = bars
    if (first === undefined) return []
    const unit = 'The first is the document as it is'
    return [
      {
        name: `${id}.svg`,
        svg: barChart({
          title: first.title,
          unit,
          bars: bars.map((bar) => ({ ...bar, label: `${bar.label}${bar.note}` })),
        }),
      },
    ]
  })
}
