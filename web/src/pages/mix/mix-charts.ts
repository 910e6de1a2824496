/** The page's charts for Observable Plot, with their tables. */
import { barX, barY, dot, line, type PlotOptions, ruleX, ruleY, text } from '@observablehq/plot'
import type { MixAnswer, MixSketch } from '../../api.ts'
import type { ChartTable } from '../../parts/chart/chart.tsx'
import { percent, pounds, toTenth, whole } from '../../parts/week/figures.ts'
import { type Costs, payerName } from './costs.ts'
import type { Band } from './estimates.ts'
import type { Outcome } from './outcomes.ts'
import { share } from './outcomes.ts'

const NOW = '#4c6272'
const THEN = '#005eb8'
const BAND = '#99c7eb'
const ENGLAND = '#7c2855'

export interface NeedRow {
  readonly title: string
  readonly now: number
  readonly after: number
  /** At the evidence's low and high end, after the change. */
  readonly low: number
  readonly high: number
}

export type Measure = 'in-time' | 'seen'

/** By need: the share met in time, or the share seen of all arriving or waiting. */
export function needRows(
  measure: Measure,
  { now, after }: { readonly now: Outcome; readonly after: Outcome },
  bands: { readonly now: Band; readonly after: Band; readonly nowSketch: MixSketch; readonly thenSketch: MixSketch },
): NeedRow[] {
  const seen = (band: Band['low'], { needs }: MixSketch, id: string) => {
    const own = band?.byNeed.find(({ need }) => need === id)
    const all = needs.find((need) => need.id === id)?.all ?? 0
    return share(own?.seen ?? all, all)
  }
  const inTime = (band: Band['low'], id: string) => {
    const own = band?.byNeed.find(({ need }) => need === id)
    return share(own?.inTime ?? 0, own?.due ?? 0)
  }
  return after.byNeed.map(({ id, title, inTime: after }) => {
    const own = { low: bands.after.low ?? bands.after.middle, high: bands.after.high ?? bands.after.middle }
    if (measure === 'seen') {
      const of = (band: Band['low']) => seen(band, bands.thenSketch, id)
      return {
        title,
        now: seen(bands.now.middle, bands.nowSketch, id),
        after: of(bands.after.middle),
        low: of(own.low),
        high: of(own.high),
      }
    }
    const before = now.byNeed.find((one) => one.id === id)?.inTime ?? after
    // The band comes from the estimate, shifted to the checked figure.
    const moved = after - inTime(bands.after.middle, id)
    const within = (value: number) => Math.min(1, Math.max(0, value + moved))
    return { title, now: before, after: after, low: within(inTime(own.low, id)), high: within(inTime(own.high, id)) }
  })
}

export function needPicture(rows: readonly NeedRow[], width: number): PlotOptions {
  const least = Math.min(0.9, ...rows.flatMap(({ now, after, low }) => [now, after, low]))
  const letters = width < 500 ? 20 : 36
  const percents = rows.map((row) => ({
    need: row.title,
    now: 100 * row.now,
    after: 100 * row.after,
    low: 100 * row.low,
    high: 100 * row.high,
  }))
  const shortened = (title: string) => (title.length > letters ? `${title.slice(0, letters - 1).trimEnd()}…` : title)
  return {
    height: 40 + rows.length * 24,
    marginLeft: 16 + letters * 7.5,
    marginRight: 16,
    x: {
      domain: [Math.floor(least * 10) * 10, 100],
      label: null,
      grid: true,
      ticks: 4,
      tickFormat: (n: number) => `${n}%`,
    },
    y: { domain: rows.map(({ title }) => title), label: null, tickFormat: shortened, tickSize: 0 },
    marks: [
      ruleY(percents, { y: 'need', x1: 'low', x2: 'high', stroke: BAND, strokeWidth: 8 }),
      dot(percents, { y: 'need', x: 'now', r: 5, fill: '#fff', stroke: NOW, strokeWidth: 2 }),
      dot(percents, { y: 'need', x: 'after', r: 4, fill: THEN }),
    ],
  }
}

export function needTable(rows: readonly NeedRow[]): ChartTable {
  return {
    head: ['Need', 'Now', 'Then', 'Low to high evidence'],
    rows: rows.map(({ title, now, after, low, high }) => [
      title,
      percent(now),
      percent(after),
      `${percent(low)} to ${percent(high)}`,
    ]),
  }
}

export interface DayRow {
  readonly day: string
  readonly due: number
  readonly now: number
  readonly after: number
}

const DAYS: Readonly<Record<string, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}

/** Urgent need by weekday, summed over weeks. */
export function dayRows(now: Band['middle'], then: Band['middle']): DayRow[] {
  const by = new Map<string, DayRow>()
  for (const { weekday, date, due, inTime } of then.byDay) {
    const before = now.byDay.find((one) => one.date === date)?.inTime ?? 0
    const day = DAYS[weekday] ?? weekday
    const sum = by.get(day) ?? { day, due: 0, now: 0, after: 0 }
    by.set(day, { day, due: sum.due + due, now: sum.now + before, after: sum.after + inTime })
  }
  return [...by.values()]
}

export function dayPicture(rows: readonly DayRow[]): PlotOptions {
  return {
    height: 180,
    x: { domain: rows.map(({ day }) => day), label: null },
    y: { label: 'contacts', grid: true, nice: true },
    marks: [
      barY([...rows], { x: 'day', y: 'due', fill: '#fff', stroke: NOW, strokeDasharray: '3 2' }),
      barY([...rows], { x: 'day', y: 'after', fill: THEN, insetLeft: 4, insetRight: 4 }),
      ruleY([...rows], { x: 'day', y: 'now', stroke: '#212b32', strokeWidth: 2 } as never),
      ruleY([0]),
    ],
  }
}

export function dayTable(rows: readonly DayRow[]): ChartTable {
  return {
    head: ['Day', 'Patients', 'Met on the day now', 'Then'],
    rows: rows.map(({ day, due, now, after }) => [
      day,
      whole(due),
      `${whole(now)} (${percent(share(now, due))})`,
      `${whole(after)} (${percent(share(after, due))})`,
    ]),
  }
}

export interface PayRow {
  readonly payer: string
  readonly when: 'Now' | 'Then'
  readonly pounds: number
}

export function payRows(now: Costs, after: Costs): PayRow[] {
  const rows = (costs: Costs, when: PayRow['when']) =>
    costs.byFunding.map(({ funding, pounds: own }): PayRow => ({ payer: payerName(funding), when, pounds: own }))
  const paid = new Set(
    [...now.byFunding, ...after.byFunding].filter((row) => row.pounds > 0).map(({ funding }) => payerName(funding)),
  )
  return [...rows(now, 'Now'), ...rows(after, 'Then')].filter(({ payer }) => paid.has(payer))
}

export function payPicture(rows: readonly PayRow[], width: number): PlotOptions {
  const payers = [...new Set(rows.map(({ payer }) => payer))]
  return {
    height: 40 + payers.length * 40,
    marginLeft: width < 500 ? 130 : 200,
    marginRight: 16,
    x: {
      label: null,
      grid: true,
      ticks: 4,
      tickFormat: (value: number) => `${value < 0 ? '−' : ''}£${toTenth(Math.abs(value) / 1000)}k`,
    },
    y: { axis: null, domain: ['Now', 'Then'] },
    fy: { domain: payers, label: null, axis: 'left', padding: 0.3 },
    marks: [
      barX([...rows], {
        fy: 'payer',
        y: 'when',
        x: 'pounds',
        fill: ({ when }: PayRow) => (when === 'Now' ? NOW : THEN),
      }),
    ],
  }
}

export function payTable(rows: readonly PayRow[]): ChartTable {
  const payers = [...new Set(rows.map(({ payer }) => payer))]
  const of = (payer: string, when: PayRow['when']) =>
    rows.find((row) => row.payer === payer && row.when === when)?.pounds ?? 0
  return {
    head: ['Who pays', 'Now', 'Then'],
    rows: payers.map((payer) => [payer, pounds(of(payer, 'Now')), pounds(of(payer, 'Then'))]),
  }
}

type CurvePoints = NonNullable<MixAnswer['curve']>

export function curvePicture(points: CurvePoints, flatFrom: number | null): PlotOptions {
  return {
    height: 220,
    marginLeft: 48,
    x: { label: 'sessions a week more or fewer', ticks: 5 },
    y: { label: 'contacts met in the week', grid: true, nice: true },
    marks: [
      ...(flatFrom === null ? [] : [ruleX([flatFrom], { stroke: NOW, strokeDasharray: '4 3' })]),
      ruleX([0], { stroke: '#aeb7bd' }),
      ruleY([0], { stroke: '#aeb7bd' }),
      line([...points], { x: 'extra', y: 'met', stroke: THEN, strokeWidth: 2 }),
      dot([...points], { x: 'extra', y: 'met', fill: THEN, r: 3 }),
    ],
  }
}

export function curveTable(points: CurvePoints): ChartTable {
  const signed = (n: number) => `${n > 0 ? '+' : n < 0 ? '−' : ''}${toTenth(Math.abs(n))}`
  return {
    head: ['Sessions', 'Contacts met in the week', 'Met in time', 'Urgent met on the day', 'Pay'],
    rows: points.map(({ extra, met, inTime, urgent, cost }) => [
      signed(extra),
      signed(met),
      signed(inTime),
      signed(urgent),
      `${cost < 0 ? '−' : ''}${pounds(Math.abs(cost))}`,
    ]),
  }
}

/** Today's mix, the best posts for each budget, and England's average team for as many patients, which may cost less than today's. */
export function frontierPoints({ base, frontier = [], average }: MixAnswer): readonly FrontierPoint[] {
  const best = frontier.map(({ spent, gain }) => ({ spent, met: base.met + gain.met, name: `${pounds(spent)} a year` }))
  const team = { spent: average?.cost ?? 0, met: base.met + (average?.gain.met ?? 0), name: AVERAGE }
  return [{ spent: 0, met: base.met, name: TODAY }, ...best, ...(average === undefined ? [] : [team])]
}

const TODAY = 'Today’s mix'
const AVERAGE = 'England’s average team'

export interface FrontierPoint {
  /** Pounds a year more than today's pay. */
  readonly spent: number
  readonly met: number
  readonly name: string
}

export function frontierPicture(answer: MixAnswer): PlotOptions {
  const all = frontierPoints(answer)
  const best = all.filter(({ name }) => name !== AVERAGE)
  const team = all.filter(({ name }) => name === AVERAGE)
  const label = { x: 'spent', y: 'met', text: 'name', lineWidth: 9 } as const
  const isDear = (team[0]?.spent ?? 0) > (best.at(-1)?.spent ?? 0) / 2
  return {
    height: 240,
    marginLeft: 56,
    marginRight: 32,
    marginBottom: 40,
    x: { label: 'extra pounds a year', tickFormat: thousands, ticks: 5, nice: true },
    y: { label: 'contacts met in the week', grid: true, nice: true },
    marks: [
      line(best, { x: 'spent', y: 'met', stroke: THEN, strokeWidth: 2 }),
      dot(best, {
        x: 'spent',
        y: 'met',
        fill: ({ spent }: { spent: number }) => (spent === 0 ? '#212b32' : THEN),
        r: 4,
      }),
      text(best.slice(0, 1), { ...label, textAnchor: 'start', dx: 8, dy: 14 }),
      dot(team, { x: 'spent', y: 'met', fill: '#fff', stroke: ENGLAND, strokeWidth: 3, r: 5, symbol: 'square' }),
      text(team, { ...label, fill: ENGLAND, textAnchor: isDear ? 'end' : 'start', dx: isDear ? -10 : 10 }),
    ],
  }
}

function thousands(pounds: number): string {
  return pounds === 0 ? '£0' : `${pounds < 0 ? '−' : ''}£${toTenth(Math.abs(pounds) / 1000)}k`
}
