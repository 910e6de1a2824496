/** What the next session is worth, compared with another solve that includes it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { mixResponse } from '../../api/contract/mixes.ts'
import { mix } from '../../api/desk/mixing.ts'
import { compareMixes } from '../../solver/compare-scenarios.ts'
import { BadInput } from '../../src/errors.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { applyChanges } from '../../src/intake/scenario/apply-changes.ts'
import type { MixAnswer } from '../../src/mix-answer.ts'
import { mixInWords } from '../../src/output/text/mix.ts'
import { shortWeek } from '../short-week.ts'
import { problemOf } from '../solved-week.ts'

const read = (document: unknown) => problemOf(document as RotaDocument)

/** Two practices with more need than they can meet. */
function busyWeek(): RotaDocument {
  return applyChanges(shortWeek(), [{ demand: { factor: 4 } }, { remove: { role: 'gp', sessions: 12 } }])
}

let answer: MixAnswer
beforeAll(async () => {
  answer = await mix({ document: busyWeek(), curve: 'gp', extra: 60_000, add: [{ role: 'physio', sessions: 2 }] }, read)
})

describe('the value of the next session', () => {
  it('is what another solve with it gains', async () => {
    const [best] = answer.values
    expect(best).toMatchObject({ role: 'gp', checked: true })
    const home = best?.site === null ? {} : { home: best?.site }
    const changed = applyChanges(busyWeek(), [{ add: { role: 'gp', sessions: 1, ...home } }])
    const weeks = [busyWeek(), changed].map((document, n) => ({ name: String(n), problem: problemOf(document) }))
    const [before, after] = (await compareMixes(weeks)).scenarios
    const levels = after?.levels.map(({ level, value }, n) => [level, value - (before?.levels[n]?.value ?? 0)])
    for (const [level, difference] of levels ?? [])
      expect(best?.gain.levels[level as 'safety']).toBeCloseTo(difference as number, 3)
  })

  it('is never negative, and grows with every session on the curve', () => {
    const worth = ({ levels }: MixAnswer['values'][number]['gain']) =>
      [levels.safety, levels.urgent, levels.service].find((value) => Math.abs(value ?? 0) > 1e-3) ?? 0
    for (const { gain } of answer.values) expect(worth(gain)).toBeLessThanOrEqual(0)
    expect(answer.curve?.map(({ extra }) => extra)).toEqual(Array.from({ length: 21 }, (_, k) => k - 10))
    const safety = answer.curve?.map(({ levels }) => levels.safety ?? 0) ?? []
    expect([...safety].sort((a, b) => b - a)).toEqual(safety)
    expect(safety[0]).toBeGreaterThan(0)
  })

  it('costs nothing where it is reimbursed', () => {
    const physio = answer.values.find(({ role }) => role === 'physio')
    expect(physio).toMatchObject({ cost: 169, netCost: 0, metPerThousand: null })
  })
})

describe('the best posts for a sum', () => {
  it('cost no more than it, and gain something', () => {
    const { best } = answer
    expect(best?.spent).toBeLessThanOrEqual(60_000)
    expect(best?.posts.length).toBeGreaterThan(0)
    expect(Math.min(best?.gain.levels.urgent ?? 0, best?.gain.levels.service ?? 0)).toBeLessThan(-0.01)
  })

  it('are printed with everything else', () => {
    const words = mixInWords(mixResponse.parse(answer), { width: 100, colour: false })
    expect(words).toContain('One more session a week')
    expect(words).toContain('For £60,000 a year more')
    expect(words).toContain('With 2 of First contact physiotherapist')
  })
})

describe('the frontier', () => {
  it('never gains less for more, and spends no more of ARRS than is left', async () => {
    const answered = await mix({ document: busyWeek(), frontier: true }, read)
    const { frontier = [], pots, average } = mixResponse.parse(answered)
    const service = frontier.map(({ gain }) => (gain.levels.safety ?? 0) * 1e4 + (gain.levels.urgent ?? 0) * 100)
    expect(frontier).toHaveLength(5)
    for (const [n, value] of service.entries()) expect(value).toBeLessThanOrEqual((service[n - 1] ?? 0) + 1e-6)
    const arrs = pots.find(({ pot }) => pot === 'arrs')
    for (const { reimbursed, spent, budget } of frontier) {
      expect(reimbursed.arrs).toBeLessThanOrEqual((arrs?.of ?? 0) - (arrs?.used ?? 0))
      expect(reimbursed.arrs + reimbursed['practice-gp']).toBeLessThanOrEqual(spent)
      expect(spent).toBeLessThanOrEqual(budget)
    }
    expect(average?.staff.map(({ group }) => group)).toContain('Paramedic')
  })
})

describe('a question that cannot be', () => {
  it('is refused with everything that is wrong', async () => {
    const sent = {
      document: shortWeek(),
      curve: 'phisio',
      add: [{ role: 'gp', sessions: -1 }],
      budget: 1,
      extra: 2,
      funding: 'arss',
      plan: { name: 'x', steps: [{ recrut: {} }, { train: { person: 'n1', to: 'nurce', sessions: 1, quarters: 1 } }] },
    }
    const error = await mix(sent, read).catch((thrown: unknown) => thrown)
    const complaints = error instanceof BadInput ? error.complaints : []
    expect(complaints.map(({ pointer, maybe }) => [pointer, maybe])).toEqual([
      ['/curve', 'physio'],
      ['/add/0/sessions', undefined],
      ['/budget', 'Use "extra" for money on top, or compare scenarios that remove people.'],
      ['/extra', undefined],
      ['/funding', 'arrs'],
      ['/plan/steps/0/recrut', 'recruit'],
    ])
  })
})
