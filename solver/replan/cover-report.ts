/** Answers to an absence as data and words: whom to ask, what gets better and worse, and the rota itself. */
import { LEVELS } from '../../src/breach.ts'
import { type Comparable, type Comparison, compare, type FindingChange, type Move } from '../../src/compare.ts'
import type { CoverAnswer, CoverAsk, CoverReport } from '../../src/cover-answer.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import { accountOf } from '../explain/why/account.ts'
import { clauses, detail, effects, moveSentence } from '../explain/why/tell.ts'
import { UNITS } from '../facts/level-units.ts'
import { isInForce } from '../facts/rule-settings.ts'
import { assignmentsOf, clinicsOf } from '../report/plan.ts'
import { round } from '../report/round.ts'
import { RULES } from '../rules/index.ts'
import { type CoverOption, kindsOf } from './cover-options.ts'
import { askSentence, openSentence } from './cover-words.ts'
import type { Covers } from './covers.ts'

/** `before`: the week without the absence; `problem`: with it. */
export function coverAnswer(
  found: Covers,
  { before, problem, person }: { readonly before: Problem; readonly problem: Problem; readonly person: string },
): CoverAnswer {
  const accounts = {
    published: account(before, found.published),
    open: account(problem, found.left.rota),
  }
  return {
    person,
    open: assignmentsOf(problem, found.open),
    options: found.options.map((option) => reportOf(option, { found, problem, person, accounts })),
  }
}

/** Every rule except stability, since changes are listed separately. */
function account(problem: Problem, rota: Rota): Comparable {
  return accountOf(
    problem,
    rota,
    RULES.filter((rule) => rule.id !== 'stability' && isInForce(rule, problem)),
  )
}

interface Telling {
  readonly found: Covers
  readonly problem: Problem
  readonly person: string
  readonly accounts: { readonly published: Comparable; readonly open: Comparable }
}

function reportOf(option: CoverOption, { found, problem, person, accounts }: Telling): CoverReport {
  const isOpen = option === found.left
  const own = isOpen ? accounts.open : account(problem, option.rota)
  const comparison = isOpen ? ofOthers(compare(accounts.published, own)) : compare(accounts.open, own)
  const moves = comparison.moved.filter((move) => move.person !== person)
  const [better, worse] = (['better', 'worse'] as const).map((verdict) => effects(comparison, verdict, problem))
  const ask = isOpen ? [] : asksOf(option, problem)
  const lines = ask.length === 0 ? [openSentence(found.open, problem)] : ask.map(({ sentence }) => sentence)
  return {
    kinds: kindsOf(option),
    sentence: [...lines, ...outcome(isOpen, { better: better ?? [], worse: worse ?? [] })].join(' '),
    ask,
    moves,
    better: better ?? [],
    worse: [
      ...(worse ?? []),
      ...(['safety', 'wellbeing', 'wish'] as const).flatMap((level) => detail(comparison, level, problem)),
    ],
    breaks: findingsOf(comparison.worse),
    mends: isOpen ? [] : findingsOf(comparison.better.filter(({ after }) => after === 0)),
    knockOn: moves.filter((move) => !isAsked(move, ask)).map((move) => moveSentence(move, problem)),
    cost: isOpen ? 0 : round(comparison.cost.after - comparison.cost.before, 2),
    levels: levelsOf(option, found.left),
    rota: { assignments: own.assignments, clinics: clinicsOf(problem, option.rota.clinics) },
  }
}

/** Costs of the week are not findings at a place, so they are omitted. */
function findingsOf(changes: readonly FindingChange[]): CoverReport['breaks'] {
  return changes
    .filter(({ finding }) => finding.level !== 'cost')
    .map(({ finding: { rule, level, sentence } }) => ({ rule, level, sentence }))
}

function isAsked({ person, date, part }: Move, asked: readonly CoverAsk[]): boolean {
  return asked.some((one) => one.person === person && one.date === date && one.part === part)
}

/** Omits that the absent person does not work, and is paid for it: that is nobody's gain or loss. */
function ofOthers(comparison: Comparison): Comparison {
  return { ...comparison, levels: comparison.levels.filter(({ level }) => level !== 'cost' && level !== 'wish') }
}

function asksOf({ candidates }: CoverOption, problem: Problem): CoverAsk[] {
  return candidates.map((candidate) => {
    const { date = '', part = '' } = problem.horizon.sessions[candidate.of.session] ?? {}
    const { site, work } = candidate.of
    const { kind, person } = candidate
    return { kind, person, date, part, site, work, sentence: askSentence(candidate, problem) }
  })
}

function outcome(
  isOpen: boolean,
  { better, worse }: { better: readonly string[]; worse: readonly string[] },
): string[] {
  const against = isOpen ? 'Compared with the rota as it is' : 'Compared with leaving it open'
  if (better.length === 0 && worse.length === 0) return [`${against}, nothing that is measured would change.`]
  if (better.length === 0) return [`${against}, ${clauses(worse)}.`]
  if (worse.length === 0) return [`${against}, ${clauses(better)}.`]
  return [`${against}, ${clauses(better)}. On the other hand, ${clauses(worse)}.`]
}

/** In the form of a judgement. */
function levelsOf(option: CoverOption, left: CoverOption): CoverReport['levels'] {
  return LEVELS.filter((level) => level !== 'never' || (option.values.get(level) ?? 0) > 0).map((level) => ({
    level,
    value: round(option.values.get(level) ?? 0, 6),
    open: round(left.values.get(level) ?? 0, 6),
    unit: UNITS[level],
  }))
}
