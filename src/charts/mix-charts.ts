/** The charts of a staffing mix, each with its file name. */
import type { BestMix, MixAnswer, SessionValue } from '../mix-answer.ts'
import { contacts, pounds, whole } from '../output/figures.ts'
import type { PlanQuarter, WorkforcePlanAnswer } from '../workforce-plan.ts'
import { barChart } from './bar-chart.ts'
import type { Chart } from './chart.ts'
import { type Line, lineChart } from './line-chart.ts'

/** Only for the questions that were answered. */
export function mixCharts(answer: MixAnswer): Chart[] {
  const { values, curve, curveOf, frontier, plan } = answer
  return [
    { name: 'value-by-role.svg', svg: valueChart(values) },
    ...(curve === undefined || curveOf === undefined ? [] : [{ name: 'curve.svg', svg: curveChart(curve, curveOf) }]),
    ...(frontier === undefined ? [] : [{ name: 'frontier.svg', svg: frontierChart(frontier, answer.average) }]),
    ...(plan === undefined ? [] : planCharts(plan)),
  ]
}

/** Each role at the site where another session is worth most, among the posts that were solved for. */
function valueChart(values: readonly SessionValue[]): string {
  const checked = values.filter((value) => value.checked)
  const best = checked.filter((value, n) => checked.findIndex(({ role }) => role === value.role) === n)
  const bars = [...best]
    .sort((a, b) => b.gain.met - a.gain.met || (a.role < b.role ? -1 : 1))
    .map(({ title, place, gain }) => ({ label: `${title}, ${place}`, value: gain.met, text: signed(gain.met) }))
  return barChart({
    title: 'What one more session a week is worth',
    unit: 'More contacts met in the week; roles whose next session was solved for, at their best place',
    bars,
  })
}

function curveChart(
  curve: NonNullable<MixAnswer['curve']>,
  { title, place }: NonNullable<MixAnswer['curveOf']>,
): string {
  const line = (name: string, y: (point: (typeof curve)[number]) => number): Line => ({
    name,
    points: curve.map((point) => ({ x: point.extra, y: y(point) })),
  })
  return lineChart({
    title: `More or fewer sessions: ${title}, ${place}`,
    across: 'sessions a week, against today',
    upwards: 'Contacts in the week, against today',
    lines: [line('met', ({ met }) => met), line('met in time', ({ inTime }) => inTime)],
    xText: signed,
    yText: signed,
  })
}

function frontierChart(frontier: readonly BestMix[], average: MixAnswer['average']): string {
  const best = [{ spent: 0, gain: { met: 0 } }, ...frontier].map(({ spent, gain }) => ({ x: spent, y: gain.met }))
  const proven = frontier.every(({ gap }) => gap < 5e-3) ? 'each proven best' : 'not all proven best'
  return lineChart({
    title: 'What more money would meet',
    across: 'pounds a year more than today’s pay',
    upwards: `More contacts met in the week, with the best posts (${proven})`,
    lines: [
      { name: 'best posts', points: best },
      { name: 'today', points: [{ x: 0, y: 0 }], marksOnly: true },
      ...(average === undefined
        ? []
        : [{ name: 'England’s average team', points: [{ x: average.cost, y: average.gain.met }], marksOnly: true }]),
    ],
    xText: (value) => `${pounds(value / 1000)}${value === 0 ? '' : 'k'}`,
    yText: signed,
  })
}

const PLAN_FIGURES = [
  { id: 'routine-in-time', size: 100, name: 'plan-in-time.svg', upwards: 'Other need met within its target, %' },
  { id: 'gp-minutes', size: 1 / 60, name: 'plan-gp-hours.svg', upwards: 'Hours a week that GPs spend with patients' },
] as const

function planCharts(plan: WorkforcePlanAnswer): Chart[] {
  const inWeeks = PLAN_FIGURES.map(({ id, size, name, upwards }) => {
    const value = ({ scenarios }: PlanQuarter, n: 0 | 1) =>
      scenarios[n].figures.find((one) => one.id === id)?.value ?? 0
    return { name, svg: planChart(plan, upwards, { value: (quarter, n) => size * value(quarter, n), text: whole }) }
  })
  const lists = (['end', 'late'] as const).map((which) => {
    const value = ({ waiting }: PlanQuarter, n: 0 | 1) => (n === 0 ? waiting.without : waiting.with)[which]
    const upwards = `Waiting at the end of the quarter${which === 'late' ? ', past their target' : ''}`
    const name = which === 'late' ? 'plan-late.svg' : 'plan-waiting.svg'
    return { name, svg: planChart(plan, upwards, { value, text: whole }) }
  })
  const figures = [...lists, ...inWeeks]
  const cost = {
    value: (quarter: PlanQuarter, n: 0 | 1) => (n === 0 ? quarter.cost.without : quarter.cost.with),
    text: pounds,
  }
  return [...figures, { name: 'plan-cost.svg', svg: planChart(plan, 'Cost of the quarter', cost) }]
}

function planChart(
  { name, quarters }: WorkforcePlanAnswer,
  upwards: string,
  {
    value,
    text,
  }: { readonly value: (quarter: PlanQuarter, n: 0 | 1) => number; readonly text: (value: number) => string },
): string {
  const line = (title: string, n: 0 | 1): Line => ({
    name: title,
    points: quarters.map((quarter) => ({ x: quarter.quarter, y: value(quarter, n) })),
  })
  return lineChart({
    title: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    across: 'quarter',
    upwards,
    lines: [line('if nothing is done', 0), line('with the plan', 1)],
    xText: (quarter) => `Q${quarter}`,
    yText: text,
    xTicks: quarters.map(({ quarter }) => quarter),
  })
}

function signed(value: number): string {
  const size = contacts(Math.abs(value))
  return size === '0' ? '0' : `${value > 0 ? '+' : '−'}${size}`
}
