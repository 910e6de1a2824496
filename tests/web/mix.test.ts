/** What the page of staffing mixes asks the service, keeps in its address, and works out by itself. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EVIDENCE } from '../../solver/mix/estimate.ts'
import { sketchOf } from '../../solver/mix/sketch.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { applyChanges } from '../../src/intake/scenario/apply-changes.ts'
import { ASSUMPTIONS } from '../../src/intake/scenario/evidence.ts'
import type { WeekDocument } from '../../web/src/api.ts'
import { costsOf } from '../../web/src/pages/mix/costs.ts'
import { differenceWords } from '../../web/src/pages/mix/figure-words.ts'
import { changedView, readMixSearch } from '../../web/src/pages/mix/mix-view.ts'
import { gainWords, leftWords, potWords } from '../../web/src/pages/mix/money-words.ts'
import { scenarioAnswer } from '../../web/src/pages/mix/scenario-answer.ts'
import { sharedWords } from '../../web/src/pages/mix/shared-words.ts'
import { changesOf, type WhatIf } from '../../web/src/pages/mix/what-ifs.ts'
import { problemOf } from '../solved-week.ts'

const FILE = new URL('../../fixtures/networks/five-practices.json', import.meta.url)
const five: RotaDocument = JSON.parse(readFileSync(FILE, 'utf8'))
const asPage = five as unknown as WeekDocument

function changedBy(also: readonly WhatIf[], more: Readonly<Record<string, number>> = {}): RotaDocument {
  return applyChanges(five, changesOf({ more, also }, asPage))
}

describe('what-ifs, as the service is asked', () => {
  it('a practice that joins brings its patients, its own people and their share of demand', () => {
    const joined = changedBy([{ kind: 'joins', patients: 4000 }])
    expect(joined.sites).toHaveLength(6)
    expect(joined.sites.at(-1)).toMatchObject({ patients: 4000 })
    const theirs = joined.people.slice(five.people.length)
    expect(theirs.length).toBeGreaterThan(3)
    const contacts = (site: string) =>
      joined.demand.reduce((sum, row) => (row.site === site ? sum + row.contacts : sum), 0)
    const smallest = joined.sites.find(({ patients }) => patients === 6314)
    const perPatient = contacts(joined.sites.at(-1)?.id ?? '') / 4000
    expect(perPatient).toBeCloseTo(contacts(smallest?.id ?? '') / 6314, 6)
    expect(problemOf(joined).sites).toHaveLength(6)
  })

  it('GPs who lose a tenth lose it in every role that may hold the duty', () => {
    const gps = sketchOf(problemOf(five)).groups.filter(({ duty, vacant }) => duty && !vacant)
    const lost = sketchOf(problemOf(changedBy([{ kind: 'gps-lose', share: 0.1 }])))
    const left = lost.groups.filter(({ duty, vacant }) => duty && !vacant)
    const sessions = (groups: typeof gps) => groups.reduce((sum, group) => sum + group.sessions, 0)
    expect(sessions(left) / sessions(gps)).toBeGreaterThan(0.85)
    expect(sessions(left) / sessions(gps)).toBeLessThan(0.95)
  })

  it('pharmacists who move to a hub work there alone, for patients of all practices', () => {
    const moved = changedBy([{ kind: 'hub', role: 'pharmacist', site: 'A99901' }])
    const sites = moved.people.filter(({ role }) => role === 'pharmacist').map((person) => person.sites)
    expect(new Set(sites.flat())).toEqual(new Set(['A99901']))
    expect(moved.needs.find(({ id }) => id === 'medication')?.shared).toBe(true)
  })

  it('sliders add sessions to a role or take them off it', () => {
    const changed = changedBy([], { anp: 9, 'salaried-gp': -4.5 })
    const sessions = (document: RotaDocument, role: string) =>
      document.people.reduce((sum, p) => (p.role === role ? sum + p.contract.sessions : sum), 0)
    expect(sessions(changed, 'anp') - sessions(five, 'anp')).toBeCloseTo(9, 6)
    expect(sessions(changed, 'salaried-gp') - sessions(five, 'salaried-gp')).toBeCloseTo(-4.5, 6)
  })
})

it('who learns is paid, and sees fewer patients', () => {
  const [now, learning] = [[], [{ kind: 'training', role: 'practice-nurse', sessions: 4 } as const]].map((also) =>
    sketchOf(problemOf(changedBy(also))),
  )
  const sessions = (sketch: typeof now) =>
    sketch?.groups.filter(({ role }) => role === 'practice-nurse').reduce((sum, one) => sum + one.sessions, 0) ?? 0
  expect(learning?.cost.total).toBeCloseTo(now?.cost.total ?? 0, 2)
  expect(sessions(learning)).toBeLessThan(sessions(now) - 2)
})

describe('costs', () => {
  const sketch = sketchOf(problemOf(five))
  const cost = (role: string) => sketch.roles.find(({ id }) => id === role)?.costPerSession ?? 0

  it('are the week’s own where nothing is changed', () => {
    expect(costsOf(sketch, {}).total).toBeCloseTo(sketch.cost.total, 2)
  })

  it('of a reimbursed role are net of the allowance, and beyond it the practices’', () => {
    const now = costsOf(sketch, {})
    const [used = 0, of = 0] = [now.arrs?.used, now.arrs?.of]
    const arrs = (costs: ReturnType<typeof costsOf>) =>
      costs.byFunding.find(({ funding }) => funding === 'arrs')?.pounds ?? 0
    const fewer = costsOf(sketch, { physio: -2 })
    expect(fewer.arrs?.left).toBeGreaterThan(0)
    expect(fewer.net).toBeCloseTo(now.total - arrs(now) - (sketch.cost.byFunding.partner ?? 0), 2)
    const later = costsOf(sketch, { physio: 100 })
    // A year's pay, for 44 weeks at work, is claimed in 52 parts.
    const claimed = used + (100 * cost('physio') * 44) / 52
    expect(later.arrs?.used).toBeCloseTo(claimed, 2)
    expect(later.net - fewer.net).toBeCloseTo(arrs(later) * (1 - of / claimed), 2)
  })
})

describe('the address', () => {
  it('says what is shown and comes back as it was', () => {
    const view = {
      week: '2026-11-30',
      more: { anp: 9 },
      also: [{ kind: 'joins', patients: 4000 } as const],
      beside: [
        { name: 'Learning', more: { physio: 16 }, also: [{ kind: 'training', role: 'physio', sessions: 4 } as const] },
      ],
      step: 4.5 as const,
      curve: 'anp',
      spend: 50_000,
      payer: 'arrs',
    }
    expect(readMixSearch(JSON.parse(JSON.stringify(view)))).toEqual(view)
  })

  it('is read without what nobody could have meant', () => {
    const odd = {
      week: 'soon',
      more: { anp: 'x', gp: 0 },
      also: [{ kind: 'joins', patients: -4 }, 7],
      beside: 'all',
      step: 2,
      spend: -1,
    }
    expect(readMixSearch(odd)).toEqual({})
  })

  it('keeps what is not changed as the same value, and forgets what is changed back', () => {
    const view = { more: { anp: 9 }, also: [{ kind: 'duty-desk' } as const], curve: 'anp' }
    const moved = changedView(view, { more: { anp: 10 } })
    expect(moved).toEqual({ ...view, more: { anp: 10 } })
    expect(moved.also).toBe(view.also)
    expect(changedView(moved, { more: {}, also: [] })).toEqual({ curve: 'anp' })
  })
})

it('the ends of the evidence are those that comparisons check', () => {
  const ends = (id: string) => ASSUMPTIONS.find((one) => one.id === id)
  for (const [name, id] of [
    ['minutes', 'minutes-of-others'],
    ['returns', 'returns'],
    ['supervision', 'supervision'],
  ] as const) {
    expect(EVIDENCE.low[name], id).toBe(ends(id)?.high)
    expect(EVIDENCE.high[name], id).toBe(ends(id)?.low)
  }
})

describe('scenarios in sentences', () => {
  const figure = (id: string, difference: number, verdict: 'better' | 'worse' | 'no difference shown' | null) => ({
    ...{ id, title: id, unit: id === 'cost' ? ('pounds' as const) : ('contacts' as const), value: 100 },
    ...{ better: 'less' as const, levels: [], difference, verdict },
  })
  const scenario = (name: string, figures: ReturnType<typeof figure>[]) => ({
    name,
    status: 'optimal',
    levels: [],
    figures,
  })
  const base = scenario('as it is', [figure('waiting', 0, null), figure('cost', 0, null)])
  const physios = scenario('two physios', [figure('waiting', -120.07, 'better'), figure('cost', 2416, 'worse')])
  const anp = scenario('one ANP', [figure('waiting', -84.2, 'better'), figure('cost', 1320, 'worse')])
  const joins = scenario('a practice joins', [figure('waiting', 279.5, 'no difference shown'), figure('cost', 0, null)])

  it('name the one that leaves the fewest waiting, what a contact costs, and what is proven', () => {
    expect(scenarioAnswer({ depth: 'mix', scenarios: [base, anp, physios] }, 1)).toEqual([
      'Two physios: that leaves the fewest waiting.',
      'One ANP: 84 fewer wait, for £1,320 more a week, £16 a contact.',
      'Two physios: 120 fewer wait, for £2,416 more a week, £20 a contact.',
      expect.stringContaining('best possible'),
    ])
    expect(scenarioAnswer({ depth: 'rota', scenarios: [base, joins] }, 4)).toEqual([
      'A practice joins: 280 more wait (not proven), at the same cost.',
      expect.stringContaining('full rotas'),
    ])
  })

  it('count whole contacts, never as −0, and tell what is not proven from what is the same', () => {
    const words = (...of: Parameters<typeof figure>) => differenceWords(figure(...of))
    expect(words('waiting', -120.07, 'better')).toBe('−120, better')
    expect(words('waiting', 279.6, 'no difference shown')).toBe('+280, not proven')
    expect(words('given:A', -0.3, null)).toBe('the same')
    expect(words('cost', 0, 'no difference shown')).toBe('the same')
  })
})

describe('money in sentences', () => {
  it('says first what is left of a scheme', () => {
    const pot = { pot: 'arrs' as const, of: 1_000_000, used: 1_000_618, source: 'x', estimate: false }
    expect(potWords(pot, 50_000)).toContain('is used up already: today’s contracts claim £618 a year more')
    expect(potWords({ ...pot, used: 900_000 }, 50_000)).toBe(
      'Of the ARRS allowance’s £1,000,000, £100,000 is left this year.',
    )
  })

  it('counts whole contacts, and says where nobody was late', () => {
    expect(gainWords({ met: 103.8, inTime: 0 }, true)).toBe(
      '104 more contacts met in the week. Nobody was late before, so all of these shorten lists.',
    )
    expect(gainWords({ met: 103.8, inTime: 12.2 }, false)).toBe(
      '104 more contacts met in the week, and 12 more met in time.',
    )
  })

  it('names who reimburses a session, or whose money is used up', () => {
    expect(leftWords({ pot: 'practice-gp', cost: 250, netCost: 0 })).toBe('nothing: practices’ GP reimbursement pays')
    expect(leftWords({ pot: 'arrs', cost: 274, netCost: 274 })).toBe('£274: ARRS is used up')
    expect(leftWords({ pot: 'arrs', cost: 274, netCost: 60 })).toBe('£60')
    expect(leftWords({ pot: null, cost: 120, netCost: 0 })).toBe('nothing: a partner organisation pays')
  })
})

it('a link is shared as far as it can be opened', () => {
  expect(sharedWords('127.0.0.1')).toContain('on this computer')
  expect(sharedWords('rota.example')).not.toContain('computer')
})
