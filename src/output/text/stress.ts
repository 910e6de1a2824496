/** A stress test for a terminal. */
import type { Estimate, StressAnswer } from '../../stress-answer.ts'
import { shortDay } from '../../time.ts'
import { contacts, percent } from '../figures.ts'
import { ink } from './ink.ts'
import { cutList, type Print } from './print.ts'
import { type Cell, table } from './table.ts'
import { wrap } from './wrap.ts'

/** Number of absences printed. */
const SHOWN = 12

export function stressInWords(answer: StressAnswer, print: Print): string {
  const { days, everyDay, absences, assumptions, samples, seed, notAttended } = answer
  const head = ['Urgent need', 'met', '95% interval', 'missed', 'ill'].map((text): Cell => ({ text, mark: 'strong' }))
  const rows = days.map(({ date, met, missed, ill }): Cell[] => [
    { text: shortDay(date) },
    { text: percent(met.value), mark: met.value < 0.8 ? 'bad' : 'plain' },
    { text: interval(met) },
    { text: contacts(missed.value) },
    { text: ill.toFixed(1) },
  ])
  const breaking = absences.filter(({ breaks }) => breaks)
  const { shown, more } = cutList(breaking, SHOWN, print)
  const whole = `Met on every day in ${percent(everyDay.value)} of ${samples} weeks (${interval(everyDay)}); seed ${seed}. About ${contacts(notAttended)} booked patients do not attend.`
  const count =
    breaking.length === 0
      ? 'No single absence breaks the week.'
      : `${breaking.length} of ${absences.length} single absences break the week:`
  return `${[
    ...table([head, ...rows], print),
    '',
    ...wrap(whole, print.width, 2),
    '',
    ink(count, 'strong', print),
    ...shown.flatMap(({ sentence }) => wrap(`  ${sentence}`, print.width, 4)),
    ...more,
    '',
    ...assumptions.flatMap((line) => wrap(line, print.width, 2)),
  ].join('\n')}\n`
}

function interval({ low, high }: Estimate): string {
  return `${percent(low)} to ${percent(high)}`
}
