/** What a week is required to satisfy: its pins, and rules that the network has made hard. */
import type { Pin, Problem } from '../../../src/problem.ts'
import { levelOf } from '../../facts/rule-settings.ts'
import type { DraftRow } from '../../model/draft.ts'
import type { Rule } from '../../rules/rule.ts'
import type { OpenDraft } from './open-draft.ts'

/** Whether it is one of these pins, or a demand of the same rule as one of these. */
export function isAkin(ask: Ask, to: readonly Ask[]): boolean {
  return to.some((other) => {
    if (ask.kind === 'pin') return other.kind === 'pin' && keyOf(ask.pin) === keyOf(other.pin)
    return other.kind === 'demand' && ask.rule.id === other.rule.id
  })
}

/** One requirement of the week that could be dropped. */
export type Ask =
  | { readonly kind: 'pin'; readonly pin: Pin }
  /** The nth row of a rule that the network has moved to level `never`. */
  | { readonly kind: 'demand'; readonly rule: Rule; readonly nth: number }

/** A rule that is at level `never` by default: a law of every week, not this network's choice. */
export function isLaw(rule: Rule): boolean {
  return rule.level === 'never'
}

/** Soft by default, but `never` in this network. */
export function isRaised(rule: Rule, problem: Problem): boolean {
  return !isLaw(rule) && levelOf(rule, problem) === 'never'
}

/** Pins first, without duplicates, in document order; then the demands, rule by rule. */
export function asksOf(problem: Problem, raised: readonly Rule[], draft: OpenDraft): Ask[] {
  const pins = new Map(problem.pins.map((pin) => [keyOf(pin), pin]))
  const demands = raised.flatMap((rule) =>
    demandRows(draft, rule).map((_, nth): Ask => ({ kind: 'demand', rule, nth })),
  )
  return [...[...pins.values()].map((pin): Ask => ({ kind: 'pin', pin })), ...demands]
}

/** Equal for pins that say the same. */
export function keyOf({ person, session, site, work }: Pin): string {
  return `${person}|${session}|${site}|${work}`
}

export function pinsIn(asks: readonly Ask[]): Pin[] {
  return asks.flatMap((ask) => (ask.kind === 'pin' ? [ask.pin] : []))
}

/** Rows of a rule that require something, without its bookkeeping rows. */
export function demandRows(draft: OpenDraft, rule: Rule): DraftRow[] {
  return draft.rows.filter((row) => row.rule === rule.id && row.weight > 0)
}

/** Rows that hold whatever is required: the laws, and bookkeeping of raised rules. */
export function lawRows(draft: OpenDraft, laws: readonly Rule[]): DraftRow[] {
  const ids = new Set(laws.map((rule) => rule.id))
  return draft.rows.filter((row) => ids.has(row.rule) || row.weight === 0)
}

/** The rows of these demands. */
export function askedRows(draft: OpenDraft, asks: readonly Ask[]): DraftRow[] {
  const byRule = new Map<string, DraftRow[]>()
  return asks.flatMap((ask) => {
    if (ask.kind === 'pin') return []
    const rows = byRule.get(ask.rule.id) ?? demandRows(draft, ask.rule)
    byRule.set(ask.rule.id, rows)
    return rows.slice(ask.nth, ask.nth + 1)
  })
}
