/** The week of the rotas that are marked by hand, played with one rule: what it finds, what it says, what is solved for it. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { draftOf, openFor } from '../../solver/model/build.ts'
import type { Draft, DraftRow } from '../../solver/model/draft.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { Rule } from '../../solver/rules/rule.ts'
import type { Breach } from '../../src/breach.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import { assumedBy, leastSlack } from '../arbitraries/held-rota.ts'
import { type Change, changed, handMade } from '../hand-made.ts'
import { exactly, HIGHS, problemOf, rotaOf } from '../solved-week.ts'

const document = JSON.parse(
  readFileSync(new URL('../../fixtures/judged/week.json', import.meta.url), 'utf8'),
) as RotaDocument

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri']

/** Mornings, afternoons and evenings of the whole week, with Saturday mornings; the last two outside core hours. */
export const LONG_WEEK = [
  { id: 'am', starts: '08:30', ends: '12:40', days: WEEKDAYS },
  { id: 'pm', starts: '14:00', ends: '18:10', days: WEEKDAYS },
  { id: 'evening', starts: '18:30', ends: '20:00', days: WEEKDAYS, enhancedAccess: true, counts: 0.4 },
  { id: 'sat-am', starts: '09:00', ends: '13:00', days: ['sat'], enhancedAccess: true },
]

/** Thursday and Friday, two practices, two GPs, a registrar and a nurse (fixtures/judged/week.json); `change` as there. */
export function week(change: Change = {}): Problem {
  return problemOf(exactly(changed(document, change)))
}

/** The same for two weeks. */
export function fortnight(change: Change = {}): Problem {
  return week({ week: { from: '2026-11-30', weeks: 2 }, ...change })
}

export interface Played {
  readonly assignments?: readonly string[]
  readonly clinics?: readonly string[]
}

export function breaches(rule: Rule, problem: Problem, { assignments = [], clinics = [] }: Played): Breach[] {
  return rule.check(handMade(problem, assignments, clinics), problem)
}

/** Σ amount × weight. */
export function amount(rule: Rule, problem: Problem, played: Played): number {
  return totalOf(breaches(rule, problem, played))
}

/**
 * The least that the rule's rows are missed by with the rota held in them, beside those of the rules that it assumes; none
 * where definitions refuse the rota. `company`: further rules, whose columns there are, but not their rows. `isCounted`:
 * learning has no column of its own half day, as for people of whom no rule minds.
 */
export function spent(
  rule: Rule,
  problem: Problem,
  {
    assignments = [],
    clinics = [],
    company = [],
    isCounted = false,
  }: Played & { readonly company?: readonly Rule[]; readonly isCounted?: boolean },
): Promise<number | undefined> {
  const assumed = assumedBy(rule)
  const rules = RULES.filter((r) => r === rule || assumed.includes(r) || company.includes(r))
  const rota = handMade(problem, assignments, clinics)
  const draft = draftOf(problem, rules, openFor(problem, rules, isCounted ? [] : rota.assignments))
  return leastSlack({ problem, draft, rule, assumed, rota }, HIGHS)
}

/** Σ amount × weight, once the model has said the same; of a rule that never bends, only whether it is kept. */
export async function agreed(
  rule: Rule,
  problem: Problem,
  played: Played & { readonly company?: readonly Rule[] },
): Promise<number> {
  const [model, found] = [await spent(rule, problem, played), amount(rule, problem, played)]
  const same = rule.level === 'never' ? (model !== 0) === found > 0 : Math.abs((model ?? Number.NaN) - found) < 1e-6
  if (!same) throw new Error(`the model spends ${model}, the check finds ${found}`)
  return found
}

export function sentences(rule: Rule, problem: Problem, played: Played): string[] {
  return breaches(rule, problem, played).map((breach) => rule.say(breach, problem))
}

/** The draft with this rule behind others, and what the rule writes into it. */
export function written(
  rule: Rule,
  problem: Problem,
  before: readonly Rule[] = [],
): { draft: Draft; rows: DraftRow[] } {
  const draft = draftOf(problem, [...before, rule])
  return { draft, rows: draft.rows.filter((row) => row.rule === rule.id) }
}

/** How many rows the rule writes once it is known who may work where and when: wishes that can be missed, and definitions. */
export function asked(
  rule: Rule,
  problem: Problem,
  before: readonly Rule[] = [],
): { wishes: number; definitions: number } {
  const { rows } = written(rule, problem, [...RULES.slice(0, 3), ...before])
  const wishes = rows.filter((row) => row.weight > 0).length
  return { wishes, definitions: rows.length - wishes }
}

/** The rota that is solved with every rule of THE LIST, once both accounts of it agree. */
export async function rotaFor(problem: Problem): Promise<Rota> {
  const { rota, audit } = await rotaOf(problem)
  if (!audit.agrees) throw new Error(`the accounts differ: ${JSON.stringify(audit.rules)}`)
  return rota
}

/** A week in which g2 and r1 may work a core session that counts for less than another, and g1 and n1 may not. */
export function unevenWeek(): Problem {
  const days = ['thu', 'fri']
  const parts = [
    { id: 'am', starts: '08:30', ends: '12:40', days },
    { id: 'late', starts: '17:00', ends: '18:30', days, counts: 0.4 },
    { id: 'evening', starts: '18:30', ends: '20:00', days, enhancedAccess: true, counts: 0.4 },
  ]
  const works = (...sessions: string[]) => ({ works: sessions })
  const gps = { g1: works('thu-am', 'fri-am'), g2: works('thu-am', 'thu-late') }
  const people = { ...gps, r1: works('fri-late'), n1: works('fri-am', 'fri-evening') }
  return week({ parts, demand: [], people })
}

/** Ids of the people for whom the rule minds in which half day learning and partners' time are had. */
export function minded(rule: Rule, problem: Problem): string[] {
  return problem.people.filter((person) => rule.minds?.(person, problem)).map(({ id }) => id)
}

/** Found in the rota that is solved with the rule: nothing; and something where there is no such rule. */
export const KEPT = { with: 0, without: expect.toSatisfy((amount: number) => amount > 0.01) }

/** What the rule finds in the rota that is solved with it, and in the one that is solved as if there were no such rule. */
export async function solved(rule: Rule, problem: Problem): Promise<{ with: number; without: number }> {
  const [on, off] = [RULES, RULES.filter((r) => r !== rule)]
  const rota = await rotaOf(problem, { rules: on })
  if (!rota.audit.agrees) throw new Error(`the accounts differ: ${JSON.stringify(rota.audit.rules)}`)
  const other = await rotaOf(problem, { rules: off })
  return { with: totalOf(rule.check(rota.rota, problem)), without: totalOf(rule.check(other.rota, problem)) }
}

function totalOf(found: readonly Breach[]): number {
  return found.reduce((sum, b) => sum + b.amount * (b.weight ?? 1), 0)
}
