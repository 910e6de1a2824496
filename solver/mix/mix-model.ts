/** Builds the programme of a week's staffing mix. */
import type { Problem } from '../../src/problem.ts'
import { isInForce } from '../facts/rule-settings.ts'
import { type Lp, relaxationOf } from '../lp/lp.ts'
import type { DraftColumn, ModelColumn } from '../lp/spaces.ts'
import { columnIn, elasticModel, type Model } from '../model/elastic.ts'
import { type DayWeek, dayWeekOf } from './day-week.ts'
import { MixDraft } from './mix-draft.ts'
import { addPeople, MIX_RULES } from './mix-rows.ts'

export interface MixModel {
  readonly week: DayWeek
  readonly draft: MixDraft
  readonly model: Model
  /** By group: sessions per week beyond contracts, fixed at 0 until a question changes them. */
  readonly extra: ReadonlyMap<string, ModelColumn>
  /** By vacant group: half-time posts. */
  readonly halfPosts: ReadonlyMap<string, ModelColumn>
}

/** `vacant`: ids of people of the problem who are not in post, whose sessions are only for trials. */
export function mixModelOf(problem: Problem, vacant: ReadonlySet<string> = new Set()): MixModel {
  const week = dayWeekOf(problem, vacant)
  const draft = new MixDraft(week)
  const rules = MIX_RULES.filter((rule) => isInForce(rule, problem))
  for (const rule of rules) {
    draft.beginRule(rule.id)
    rule.addMix(draft)
  }
  draft.beginRule('contracted-sessions')
  addPeople(draft)
  const elastic = elasticModel(draft, rules, week.problem)
  const inModel = (columns: ReadonlyMap<string, DraftColumn>) =>
    new Map(
      [...columns].flatMap(([group, column]) => {
        const j = columnIn(elastic, column)
        return j === undefined ? [] : [[group, j] as const]
      }),
    )
  const [extra, halfPosts] = [inModel(draft.extra), inModel(draft.halfPosts)]
  return { week, draft, model: { ...elastic, lp: heldAtContracts(elastic.lp, [...extra.values()]) }, extra, halfPosts }
}

function heldAtContracts(lp: Lp, extra: readonly ModelColumn[]): Lp {
  const [lower, upper] = [lp.lower.slice(), lp.upper.slice()]
  for (const column of extra) lower[column] = upper[column] = 0
  return relaxationOf({ ...lp, lower, upper })
}
