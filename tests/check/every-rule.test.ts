/**
 * The pair property: what a rule asks of the model and what it demands of a rota are one sentence. For every rule of THE
 * LIST, with no code for any of them: a random small week, a random rota that keeps what the rule assumes, the programme
 * held to that rota; then the least slack of the rule's rows = Σ amounts of its check.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf } from '../../solver/model/build.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { Rule } from '../../solver/rules/rule.ts'
import { assumedBy, leastSlack } from '../arbitraries/held-rota.ts'
import { randomRota } from '../arbitraries/random-rota.ts'
import { documents } from '../arbitraries.ts'
import { HIGHS, problemOf } from '../solved-week.ts'

/** Rotas a rule. The long run (`npm run test:properties`) sets 2,000. */
const CASES = Number(process.env.ROTA_CASES ?? 8)
const SEED = Number(process.env.ROTA_SEED ?? 20261130)

/** For mutation testing, which runs every test that touches a rule: only the rule's own test then runs. */
const ALONE = process.env.ROTA_ALONE === 'yes'
/** Ids of rules, separated by commas; default: every rule of THE LIST. */
const ASKED = RULES.filter(({ id }) => process.env.ROTA_RULE?.split(',').includes(id) ?? true)

const SIZE = { people: 4, days: 3, weeks: 2, sites: 3, needs: 4 }

/** Milliseconds for one rule: a hundred times what its rotas take on an idle machine, for one that is shared. */
const PATIENCE = 60_000 + 1_500 * CASES

/** Contacts are fractions; engines keep rows to a millionth. */
const TOLERANCE = 1e-5

const weekFor = (rule: Rule) =>
  fc.record({
    document: documents(SIZE, rule.id),
    seed: fc.nat(),
    /** Alone with what it assumes, or with every rule of THE LIST at the draft before and after it. */
    inCompany: ALONE ? fc.constant(false) : fc.boolean(),
  })

type Week = ReturnType<typeof weekFor> extends fc.Arbitrary<infer W> ? W : never

/** What both sides of the rule say of one random rota; none where the rota does not keep what the rule assumes. */
async function accounts(rule: Rule, { document, seed, inCompany }: Week) {
  const problem = problemOf(document)
  const assumed = assumedBy(rule)
  const draft = draftOf(problem, inCompany ? RULES : RULES.filter((r) => r === rule || assumed.includes(r)))
  const rota = randomRota({ problem, draft, keeps: assumed, forbidden: !inCompany }, seed)
  if (assumed.some((r) => r.check(rota, problem).length > 0)) return undefined
  const found = rule.check(rota, problem).reduce((sum, b) => sum + b.amount * (b.weight ?? 1), 0)
  return { found, spent: await leastSlack({ problem, draft, rule, assumed, rota }, HIGHS) }
}

/**
 * Rules that bend are counted: amount for amount. Of rules that never bend only kept or not kept is compared: their rows
 * may say one breach twice, and rows that are definitions refuse the rota outright.
 */
function agree(rule: Rule, { found, spent }: { found: number; spent: number | undefined }): boolean {
  if (rule.level === 'never') return found > 0 === (spent === undefined || spent > TOLERANCE)
  return spent !== undefined && Math.abs(found - spent) <= TOLERANCE * Math.max(1, found)
}

describe('what a rule asks of the model is what it demands of the rota', () => {
  it.each(ASKED.map((rule) => [rule.id, rule] as const))(
    '%s',
    async (_, rule) => {
      let breached = 0
      let kept = 0
      const property = fc.asyncProperty(weekFor(rule), async (drawn) => {
        const both = await accounts(rule, drawn)
        fc.pre(both !== undefined)
        if (both.found > 0) breached += 1
        else kept += 1
        if (!agree(rule, both)) throw new Error(`the model spends ${both.spent}, the check finds ${both.found}`)
      })
      // A mutant is dead with the first rota that shows it; a person wants the smallest.
      await fc.assert(property, { numRuns: CASES, seed: SEED, endOnFailure: ALONE })
      if (CASES >= 200) {
        console.log(`${rule.id}: ${breached} rotas that break it, ${kept} that keep it (seed ${SEED})`)
        expect(Math.min(breached, kept), 'rotas on either side of the rule').toBeGreaterThan(CASES / 100)
      }
    },
    PATIENCE,
  )
})
