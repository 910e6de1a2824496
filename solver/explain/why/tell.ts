/** An answer to "why is it not so?" in sentences. */
import type { Level } from '../../../src/breach.ts'
import type { Comparison, LevelChange, Move, Placing } from '../../../src/compare.ts'
import { grouped } from '../../../src/grouped.ts'
import type { Problem } from '../../../src/problem.ts'
import { pinsOf, type Question } from '../../../src/question.ts'
import type { ClashReport } from '../../../src/report.ts'
import type { Work } from '../../../src/rota.ts'
import { dayName, sessionName } from '../../../src/time.ts'
import { count, figureWords, personName, siteName } from '../../../src/wording/names.ts'
import { floorOf } from '../../facts/level-units.ts'
import { type Proof, TELLING } from '../../search/nearest.ts'
import { pinSentence } from '../clash/wording.ts'

interface Doing {
  /** "would …". */
  readonly would: string
  /** "instead of …". */
  readonly instead: string
  /** "If … were …", or "If … held …". */
  readonly if: string
  readonly is: string
}

/** What people do, as conditional clauses and after "instead of". */
export const DOINGS: Readonly<Record<Work | 'at', Doing>> = {
  at: { would: 'be', instead: 'being', if: 'were', is: 'is' },
  clinic: { would: 'hold a clinic', instead: 'holding a clinic', if: 'held a clinic', is: 'holds a clinic' },
  duty: { would: 'be on duty', instead: 'being on duty', if: 'were on duty', is: 'is on duty' },
  visits: {
    would: 'go on home visits',
    instead: 'going on home visits',
    if: 'went on home visits',
    is: 'goes on home visits',
  },
  supervision: { would: 'supervise', instead: 'supervising', if: 'supervised', is: 'supervises' },
  admin: { would: 'do paperwork', instead: 'doing paperwork', if: 'did paperwork', is: 'does paperwork' },
  training: {
    would: 'have learning time',
    instead: 'having learning time',
    if: 'had learning time',
    is: 'has learning time',
  },
  outside: {
    would: 'work with partner organisations',
    instead: 'working with partner organisations',
    if: 'worked with partner organisations',
    is: 'works with partner organisations',
  },
}

/** Most moves, and most findings, that are reported individually. */
const TOLD = 6
const FINDINGS = 3

/** "If GP 3 were off on Tuesday morning". */
function condition({ person, sessions, ask, site }: Question, problem: Problem): string {
  const who = personName(person, problem)
  const when = timesOf(sessions, problem)
  return ask === 'off'
    ? `If ${who} were off on ${when}`
    : `If ${who} ${DOINGS[ask].if} at ${siteName(site ?? undefined, problem)} on ${when}`
}

function timesOf(sessions: readonly number[], { horizon }: Problem): string {
  const found = sessions.flatMap((s) => horizon.sessions[s] ?? [])
  const [first] = found
  if (first !== undefined && found.length > 1) return `all of ${dayName(first.date, horizon)}`
  return first === undefined ? 'no day' : sessionName(first, horizon)
}

export function tellAlready({ person, sessions, ask, site }: Question, problem: Problem): string[] {
  const who = personName(person, problem)
  const when = timesOf(sessions, problem)
  const is = ask === 'off' ? 'is off' : `${DOINGS[ask].is} at ${siteName(site ?? undefined, problem)}`
  return [`${who} ${is} on ${when}: it is so in this rota.`]
}

export function tellOutOfTime(question: Question, problem: Problem): string[] {
  return [
    `${condition(question, problem)}: no rota was found in time, and nothing says that there is none. Allow more seconds.`,
  ]
}

/** Omits the question itself, which is no news. */
export function tellClash(question: Question, clash: ClashReport, problem: Problem): string[] {
  const asked = pinsOf(question, problem).map((pin) => pinSentence(pin, problem))
  const against = clash.sentences.filter((sentence) => !asked.includes(sentence))
  const repair = clash.repairs.find(({ verified }) => verified)?.sentence
  return [
    `${condition(question, problem)}, no rota would be possible:`,
    ...against,
    repair === undefined
      ? 'No single change was found that would make it so.'
      : `The cheapest change that would make it so: ${repair.charAt(0).toLowerCase()}${repair.slice(1)}`,
  ]
}

export function tellPossible(at: {
  question: Question
  comparison: Comparison
  proof: Proof
  problem: Problem
}): string[] {
  const { question, comparison, proof, problem } = at
  const worse = effects(comparison, 'worse', problem)
  const better = effects(comparison, 'better', problem)
  const own = comparison.moved.filter((move) => move.person === question.person)
  const others = comparison.moved.filter((move) => move.person !== question.person)
  const asked = new Set(
    question.sessions.map((s) => `${problem.horizon.sessions[s]?.date} ${problem.horizon.sessions[s]?.part}`),
  )
  const ownElse = own.filter((move) => !asked.has(`${move.date} ${move.part}`))
  return [
    `${condition(question, problem)}, ${worse.length === 0 ? 'nothing would get worse' : clauses(worse)}.`,
    ...(['safety', 'wellbeing', 'wish'] as const).flatMap((level) => detail(comparison, level, problem)),
    ...(better.length === 0 ? [] : [`On the other hand, ${clauses(better)}.`]),
    ...ownElse.map((move) => moveSentence(move, problem)),
    ...(others.length === 0 ? [`Nobody ${ownElse.length === 0 && own.length === 0 ? '' : 'else '}would move.`] : []),
    ...others.slice(0, TOLD).map((move) => moveSentence(move, problem)),
    ...(others.length > TOLD ? [`${count(others.length - TOLD, 'further change')} would go with it.`] : []),
    proofSentence(proof),
  ]
}

/** Joins clauses that may contain commas. */
export function clauses(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1)}`
}

/** What gets better, or worse, level by level, as clauses. */
export function effects(comparison: Comparison, verdict: 'better' | 'worse', problem: Problem): string[] {
  return comparison.levels
    .filter((change) => change.verdict === verdict && tells(change, problem))
    .flatMap((change) => effect(change, comparison, problem))
}

function effect(change: LevelChange, comparison: Comparison, problem: Problem): string[] {
  const isWorse = change.verdict === 'worse'
  const more = isWorse ? 'more' : 'fewer'
  switch (change.level) {
    case 'urgent':
      return contactsWords(comparison, true, { more, what: 'would be missed on their day', problem })
    case 'service':
      return serviceWords(comparison, more, problem)
    case 'cost':
      return [
        `it would cost £${figureWords(Math.round(Math.abs(change.after - change.before)))} ${isWorse ? 'more' : 'less'}`,
      ]
    case 'safety':
      return [isWorse ? 'safety would suffer' : 'safety would gain']
    case 'wellbeing':
      return [isWorse ? 'wellbeing would suffer' : 'wellbeing would gain']
    case 'wish':
      return [isWorse ? 'fewer wishes and contracts would be met' : 'more wishes and contracts would be met']
    case 'never':
      return []
  }
}

function contactsWords(
  comparison: Comparison,
  urgent: boolean,
  words: { more: string; what: string; problem: Problem },
): string[] {
  const { before, after } = urgent ? comparison.late.urgent : comparison.late.routine
  const difference = after - before
  if (Math.abs(difference) < 0.05 || difference > 0 !== (words.more === 'more')) return []
  const own = comparison.lateBy.filter(({ need }) => (words.problem.needById.get(need)?.withinDays === 0) === urgent)
  const contacts = count(wholeFromOne(difference), `${words.more} ${urgent ? 'urgent' : 'routine'} contact`)
  return [
    `${contacts} ${words.what}${whereWords(
      own.map(({ site, before, after }) => ({ site, change: after - before })),
      difference,
      words.problem,
    )}`,
  ]
}

function serviceWords(comparison: Comparison, more: string, problem: Problem): string[] {
  const late = contactsWords(comparison, false, { more, what: 'would wait past their target', problem })
  const changes = comparison.waiting.map(({ site, before, after }) => ({ site, change: after - before }))
  const total = changes.reduce((sum, { change }) => sum + change, 0)
  if (Math.abs(total) < 0.05 || total > 0 !== (more === 'more'))
    return late.length > 0
      ? late
      : [more === 'more' ? 'other need would be met a little later' : 'other need would be met a little earlier']
  return [
    ...late,
    `${count(wholeFromOne(total), `${more} contact`)} would still be waiting at the end${whereWords(changes, total, problem)}`,
  ]
}

/** People are reported in whole numbers; a change of less than one keeps its tenths. */
function wholeFromOne(difference: number): number {
  const amount = Math.abs(difference)
  return amount < 1 ? amount : Math.round(amount)
}

/** ", all at Alder Road" or ", mostly at Alder Road". */
function whereWords(changes: readonly { site: string; change: number }[], total: number, problem: Problem): string {
  if (problem.sites.length < 2) return ''
  const sums = grouped(changes, ({ site }) => site).map((rows) => ({
    site: rows[0]?.site,
    share: rows.reduce((sum, row) => sum + row.change, 0) / total,
  }))
  const [most] = sums.sort((a, b) => b.share - a.share)
  if (most === undefined || most.share < 0.5) return ''
  const isAll = most.share > 0.95 && sums.every((sum) => sum === most || Math.abs(sum.share) < 0.05)
  return `, ${isAll ? 'all' : 'mostly'} at ${siteName(most.site, problem)}`
}

/** The findings that make a level worse. */
export function detail(comparison: Comparison, level: Level, problem: Problem): string[] {
  const isWorse = comparison.levels.some(
    (change) => change.level === level && change.verdict === 'worse' && tells(change, problem),
  )
  const found = comparison.worse.filter(({ finding }) => finding.level === level)
  if (!isWorse || found.length === 0) return []
  const told = found.slice(0, FINDINGS).map(({ finding }) => finding.sentence)
  return [
    ...told,
    ...(found.length > FINDINGS ? [`So it would be in ${count(found.length - FINDINGS, 'more place')}.`] : []),
  ]
}

function tells({ level, before, after }: LevelChange, problem: Problem): boolean {
  return Math.abs(after - before) > TELLING * floorOf(level, problem)
}

/** "Dr Ash would be on duty at Alder Road on Monday morning, instead of holding a clinic there." */
export function moveSentence({ person, date, part, before, after }: Move, problem: Problem): string {
  const session = problem.horizon.sessions.find((s) => s.date === date && s.part === part)
  const when = session === undefined ? date : sessionName(session, problem.horizon)
  const who = personName(person, problem)
  const would = after === null ? 'be free' : `${DOINGS[after.work].would}${place(after, problem)}`
  const instead =
    before === null
      ? 'being free'
      : `${DOINGS[before.work].instead}${before.site === after?.site ? ' there' : place(before, problem)}`
  return `${who} would ${would} on ${when}, instead of ${instead}.`
}

function place({ site, work }: Placing, problem: Problem): string {
  return work === 'outside' ? '' : ` at ${siteName(site, problem)}`
}

const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  never: 'what may never be',
  safety: 'safety',
  urgent: 'urgent need',
  service: 'other need',
  wellbeing: 'workload and wellbeing',
  cost: 'cost',
  wish: 'wishes and contracts',
}

function proofSentence({ level, gap, proven }: Proof): string {
  if (level === null) return 'This is proven: it can be had so without any loss.'
  const what = LEVEL_WORDS[level]
  if (gap <= NOTHING) return `This is proven: no rota that has it so is better on ${what}.`
  const far = `at most ${(Math.ceil(gap * 1000) / 10).toFixed(1)}% from the best possible rota that has it so`
  return proven ? `This is proven to be ${far}, on ${what}.` : `It is the best that was found: ${far}, on ${what}.`
}

/** A smaller gap is only rounding. */
const NOTHING = 1e-5
