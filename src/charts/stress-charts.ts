/** The charts of a stress test, for one rota or two side by side: urgent need by day, and the shortfall if each person were away. */
import { contacts, percent } from '../output/figures.ts'
import type { AbsenceEffect, StressAnswer } from '../stress-answer.ts'
import { shortDay } from '../time.ts'
import { barChart } from './bar-chart.ts'
import type { Chart } from './chart.ts'

export interface StressedRota {
  /** The file's name. */
  readonly name: string
  readonly answer: StressAnswer
}

/** Maximum number of absences shown. */
const SHOWN = 20

/** For one rota, or for two tested on the same sampled weeks. */
export function stressCharts(rotas: readonly [StressedRota, ...StressedRota[]]): Chart[] {
  const named = (rota: StressedRota, words: string) => (rotas.length === 1 ? words : `${words}, ${rota.name}`)
  const absences = rotas.map((rota, n) => ({
    name: `absences${n === 0 ? '' : `-${n + 1}`}.svg`,
    svg: absenceChart(rota.answer.absences, named(rota, 'Whose absence breaks the week')),
  }))
  return [{ name: 'urgent-by-day.svg', svg: dayChart(rotas, named) }, ...absences]
}

function dayChart(
  rotas: readonly [StressedRota, ...StressedRota[]],
  named: (rota: StressedRota, words: string) => string,
): string {
  const [{ answer: first }] = rotas
  const estimate = (words: string, { value, low, high }: StressAnswer['everyDay']) => ({
    label: `${words} (${percent(low)} to ${percent(high)})`,
    value: 100 * value,
    text: percent(value),
  })
  const days = first.days.flatMap(({ date }, n) =>
    rotas.flatMap((rota) => {
      const day = rota.answer.days[n]
      return day === undefined ? [] : [estimate(named(rota, shortDay(date)), day.met)]
    }),
  )
  const whole = rotas.map((rota) => estimate(named(rota, 'On every day'), rota.answer.everyDay))
  return barChart({
    title: 'Chance that urgent need is met on the day',
    unit: `Per cent of ${first.samples} weeks of illness and demand, with 95% intervals`,
    bars: [...days, ...whole],
  })
}

function absenceChart(absences: readonly AbsenceEffect[], title: string): string {
  const breaking = absences.filter(({ breaks }) => breaks)
  const shown = breaking.slice(0, SHOWN)
  const bars = shown.map(({ name, urgent, safety }) => ({
    label: safety < 0.05 ? name : `${name} (${Math.round(safety * 10) / 10} sessions not covered)`,
    value: urgent,
    text: contacts(urgent),
  }))
  const more = breaking.length > shown.length ? `, the first ${shown.length} of ${breaking.length}` : ''
  const unit = `Urgent contacts missed if away all week${more}; ${absences.length - breaking.length} of ${absences.length} absences break nothing`
  return barChart({ title, unit, bars })
}
