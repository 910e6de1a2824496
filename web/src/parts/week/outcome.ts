/** Summarises what a change improved and worsened, in one line, most serious first. */
import type { Finding } from '../../api.ts'
import { isGap } from './candidates.ts'
import { type Figures, plural, pounds, whole } from './figures.ts'

export interface News {
  readonly is: 'better' | 'worse'
  /** 0 is the most serious: hard rules, then safety, urgent need, waiting patients, everything else and money. */
  readonly rank: number
  /** Number of rules broken or satisfied, patients or pounds; only comparable within a rank. */
  readonly size: number
  readonly words: string
}

/** Most serious first. */
export type Outcome = readonly News[]

const RANKS: readonly string[] = ['never', 'safety', 'urgent', 'service', 'other', 'cost']
const rankOf = (level: string) => RANKS.indexOf(RANKS.includes(level) ? level : 'other')

/** Fewer than half a patient is rounding. */
const COUNTS = 0.5
/** Rules whose amounts change with almost everything, such as waiting lists and cost; the figures summarise them instead. */
const SUMMED_UP: readonly string[] = [
  'seen-in-time',
  'waiting-list',
  'no-need-left-out',
  'fair-practices',
  'cost',
  'staff-cost',
]

export function outcomeOf(before: Figures, after: Figures): Outcome {
  const all = [...findings(before, after), ...patients(before, after), ...money(before, after)]
  return all.sort((a, b) => a.rank - b.rank || Number(a.is === 'better') - Number(b.is === 'better'))
}

/** "Alder Road has no duty doctor on Wednesday morning; 6 more urgent patients dealt with on the day." */
export function outcomeWords(outcome: Outcome): string {
  if (outcome.length === 0) return 'Nothing else changes.'
  const shown = outcome.slice(0, SHOWN)
  const more = outcome.length - shown.length
  const rest = more > 0 ? `; and ${plural(more, 'smaller change')}` : ''
  return `${capital(shown.map(({ words }) => withoutStop(words)).join('; '))}${rest}.`
}

const SHOWN = 3

/** Decided by the most serious rank that changes: better if more is resolved than broken. */
export function verdictOf(outcome: Outcome): 'better' | 'worse' | 'same' {
  const net = netsOf(outcome).find((sum) => sum !== 0) ?? 0
  return net === 0 ? 'same' : net > 0 ? 'better' : 'worse'
}

/** Negative if the first is better, decided by the most serious rank in which they differ. */
export function compareOutcomes(a: Outcome, b: Outcome): number {
  const [first, second] = [netsOf(a), netsOf(b)]
  const differences = RANKS.map((_, rank) => (second[rank] ?? 0) - (first[rank] ?? 0))
  return differences.find((difference) => Math.abs(difference) >= COUNTS) ?? 0
}

function netsOf(outcome: Outcome): readonly number[] {
  return RANKS.map((_, rank) =>
    outcome.reduce((sum, news) => sum + (news.rank === rank ? (news.is === 'better' ? news.size : -news.size) : 0), 0),
  )
}

/** The most serious gap that a change creates and one more person would resolve; null if there is none. */
export function newGap(before: Figures, after: Figures): Finding | null {
  const was = worth(before)
  const come = [...worth(after)].flatMap(([key, finding]) => (was.has(key) || !isGap(finding) ? [] : [finding]))
  return come.sort((a, b) => rankOf(a.level) - rankOf(b.level))[0] ?? null
}

function patients(before: Figures, after: Figures): News[] {
  const [was, is] = [before.service, after.service]
  const counts = [
    { by: is.sameDay.inTime - was.sameDay.inTime, kind: 'urgent ', what: 'dealt with on the day', level: 'urgent' },
    { by: is.routine.inTime - was.routine.inTime, kind: 'routine ', what: 'seen in time', level: 'service' },
    { by: was.overdue.waiting - is.overdue.waiting, what: 'overdue', level: 'service', isBad: true },
    {
      ...{ by: totalWaiting(before) - totalWaiting(after), what: 'still waiting when the week ends' },
      ...{ level: 'service', isBad: true },
    },
  ]
  return counts.flatMap(({ by, kind = '', what, level, isBad = false }): News[] => {
    const size = Math.abs(by)
    if (size < COUNTS) return []
    const isMore = isBad ? by < 0 : by > 0
    const count = Math.max(1, Math.round(size))
    const words = `${whole(count)} ${isMore ? 'more' : 'fewer'} ${kind}${count === 1 ? 'patient' : 'patients'} ${what}`
    return [{ is: by > 0 ? 'better' : 'worse', rank: rankOf(level), size, words }]
  })
}

function totalWaiting({ service }: Figures): number {
  return service.byNeed.reduce((sum, { waiting }) => sum + waiting, 0)
}

/** Findings that come or go. One that only changes its amount is said by the figures. */
function findings(before: Figures, after: Figures): News[] {
  const [was, is] = [worth(before), worth(after)]
  const come = [...is].flatMap(([key, finding]) => (was.has(key) ? [] : [finding]))
  const gone = [...was].flatMap(([key, finding]) => (is.has(key) ? [] : [finding]))
  return [
    ...come.map(({ level, sentence }): News => ({ is: 'worse', rank: rankOf(level), size: 1, words: sentence })),
    ...gone.map(
      ({ level, sentence }): News => ({ is: 'better', rank: rankOf(level), size: 1, words: mendedWords(sentence) }),
    ),
  ]
}

/** States what is true afterwards, if the finding can be inverted; otherwise that it no longer applies. */
function mendedWords(sentence: string): string {
  const turned = sentence.replace(/ (has|have) no duty doctor on /, ' then $1 a duty doctor on ')
  return turned === sentence ? `no longer the case: ${sentence}` : (turned.split(/(?<=\.) /)[0] ?? turned)
}

function worth({ findings }: Figures): Map<string, Finding> {
  const telling = findings.filter(({ rule, level }) => level !== 'cost' && !SUMMED_UP.includes(rule))
  return new Map(telling.map((finding) => [keyOf(finding), finding]))
}

function keyOf({ rule, date = '', part = '', site = '', need = '', role = '', people }: Finding): string {
  return [rule, date, part, site, need, role, ...people].join(' ')
}

function money(before: Figures, after: Figures): News[] {
  const by = (after.cost?.total ?? 0) - (before.cost?.total ?? 0)
  if (before.cost === null || after.cost === null || Math.abs(by) < 1) return []
  const words = by > 0 ? `costs ${pounds(by)} more` : `costs ${pounds(-by)} less`
  return [{ is: by > 0 ? 'worse' : 'better', rank: rankOf('cost'), size: Math.abs(by), words }]
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, '')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
