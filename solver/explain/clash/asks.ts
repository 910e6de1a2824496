/** What a week is asked to hold: its pins, and what the network has raised to a rule without exception. */
import type { Pin, Problem } from '../../../src/problem.ts'
import { levelOf } from '../../facts/rule-settings.ts'
import type { DraftRow } from '../../model/draft.ts'
import type { Rule } from '../../rules/rule.ts'
import type { OpenDraft } from './open-draft.ts'

/** One of these pins, or a demand of a rule that is among these. */
export function isAkin(ask: Ask, to: readonly Ask[]): boolean {
  return to.some((other) => {
    if (ask.kind === 'pin') return other.kind === 'pin' && keyOf(ask.pin) === keyOf(other.pin)
    return other.kind === 'demand' && ask.rule.id === other.rule.id
  })
}

/** One thing required of the week that could be dropped. */
export type Ask =
  | { readonly kind: 'pin'; readonly pin: Pin }
  /** The nth row of a rule that the network has raised to `never`. */
  | { readonly kind: 'demand'; readonly rule: Rule; readonly nth: number }

/** Never by itself: a law of every week, and no choice of this network. */
export function isLaw(rule: Rule): boolean {
  return rule.level === 'never'
}

/** Bending by itself, but `never` in this network. */
export function isRaised(rule: Rule, problem: Problem): boolean {
  return !isLaw(rule) && levelOf(rule, problem) === 'never'
}

/** Pins first, the same pin once, in the order of the document; then the demands, rule by rule. */
export function asksOf(problem: Problem, raised: readonly Rule[], draft: OpenDraft): Ask[] {
  const pins = new Map(problem.pins.map((pin) => [keyOf(pin), pin]))
  const demands = raised.flatMap((rule) =>
    demandRows(draft, rule).map((_, nth): Ask => ({ kind: 'demand', rule, nth })),
  )
  return [...[...pins.values()].map((pin): Ask => ({ kind: 'pin', pin })), ...demands]
}

/** The same for pins that say the same. */
export function keyOf({ person, session, site, work }: Pin): string {
  return `${person}|${session}|${site}|${work}`
}

export function pinsIn(asks: readonly Ask[]): Pin[] {
  return asks.flatMap((ask) => (ask.kind === 'pin' ? [ask.pin] : []))
}

/** Rows of a rule that ask for something; what only keeps its books is no demand. */
export function demandRows(draft: OpenDraft, rule: Rule): DraftRow[] {
  return draft.rows.filter((row) => row.rule === rule.id && row.weight > 0)
}

/** Rows that hold whatever is asked: the laws, and the book-keeping of raised rules. */
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
