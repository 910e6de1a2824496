/** Summarises in one line what a change improved and worsened. */
import type { Finding } from '../../api.ts'
import { type Figures, pounds } from './figures.ts'

export interface Outcome {
  readonly better: readonly string[]
  readonly worse: readonly string[]
}

/** Less than half a patient is rounding. */
const COUNTS = 0.5
/** Rules about waiting patients, which change with everything; the figures summarise them instead. */
const SUMMED_UP: readonly string[] = [
  'seen-in-time',
  'waiting-list',
  'no-need-left-out',
  'fair-practices',
  'cost',
  'staff-cost',
]

export function outcomeOf(before: Figures, after: Figures): Outcome {
  const all = [...patients(before, after), ...findings(before, after), ...money(before, after)]
  return {
    better: all.flatMap(({ is, words }) => (is === 'better' ? [words] : [])),
    worse: all.flatMap(({ is, words }) => (is === 'worse' ? [words] : [])),
  }
}

/** "6 more urgent dealt with on the day; 4 fewer routine in time." */
export function outcomeWords({ better, worse }: Outcome): string {
  const all = [...worse, ...better]
  if (all.length === 0) return 'Nothing else changes.'
  const shown = all.slice(0, 3)
  const more = all.length - shown.length
  return `${capital(shown.map(withoutStop).join('; '))}${more > 0 ? `; ${more} more` : ''}.`
}

interface Said {
  readonly is: 'better' | 'worse'
  readonly words: string
}

function patients(before: Figures, after: Figures): Said[] {
  const counts = [
    { by: after.service.sameDay.inTime - before.service.sameDay.inTime, what: 'urgent dealt with on the day' },
    { by: after.service.routine.inTime - before.service.routine.inTime, what: 'routine seen in time' },
    { by: before.service.overdue.waiting - after.service.overdue.waiting, what: 'overdue', isBad: true },
    { by: totalWaiting(before) - totalWaiting(after), what: 'still waiting at the end', isBad: true },
  ]
  return counts.flatMap(({ by, what, isBad = false }): Said[] => {
    if (Math.abs(by) < COUNTS) return []
    const isMore = isBad ? by < 0 : by > 0
    const words = `${Math.max(1, Math.round(Math.abs(by))).toLocaleString('en-GB')} ${isMore ? 'more' : 'fewer'} ${what}`
    return [{ is: by > 0 ? 'better' : 'worse', words }]
  })
}

function totalWaiting({ service }: Figures): number {
  return service.byNeed.reduce((sum, { waiting }) => sum + waiting, 0)
}

/** New and resolved findings. A change of amount shows in the figures. */
function findings(before: Figures, after: Figures): Said[] {
  const [was, is] = [worth(before), worth(after)]
  const come = [...is].filter(([key]) => !was.has(key)).map(([, { sentence }]) => sentence)
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, { sentence }]) => sentence)
  return [
    ...come.map((words): Said => ({ is: 'worse', words })),
    ...gone.map((words): Said => ({ is: 'better', words: `solved: ${words}` })),
  ]
}

function worth({ findings }: Figures): Map<string, Finding> {
  const telling = findings.filter(({ rule, level }) => level !== 'cost' && !SUMMED_UP.includes(rule))
  return new Map(telling.map((finding) => [keyOf(finding), finding]))
}

function keyOf({ rule, date = '', part = '', site = '', need = '', role = '', people }: Finding): string {
  return [rule, date, part, site, need, role, ...people].join(' ')
}

function money(before: Figures, after: Figures): Said[] {
  const by = (after.cost?.total ?? 0) - (before.cost?.total ?? 0)
  if (before.cost === null || after.cost === null || Math.abs(by) < 1) return []
  return [{ is: by > 0 ? 'worse' : 'better', words: `${pounds(Math.abs(by))} ${by > 0 ? 'more' : 'less'}` }]
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, '')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
