import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../../../solver/rules/index.ts'
import { BadInput } from '../../../../src/errors.ts'
import { readDocument } from '../../../../src/intake/assemble.ts'
import { networkOf, type PracticeEntry, readAtlas } from '../../../../src/intake/atlas.ts'
import { demandLevels } from '../../../../src/intake/network/demand.ts'
import { documentText } from '../../../../src/intake/network/document-text.ts'
import { readEvenings } from '../../../../src/intake/network/evenings.ts'
import { EXPECTED_RETURNS, NEEDS, targetDays } from '../../../../src/intake/network/needs.ts'
import { networkDocument } from '../../../../src/intake/network/network-document.ts'
import type { RotaDocument } from '../../../../src/intake/rota-document.ts'
import { slotOf } from '../../../../src/intake/slots.ts'
import { invented } from './invented-network.ts'

const atlas = readAtlas()
const WEEK = { week: '2026-11-30', seed: 1 }
const NETWORKS = [...atlas.networks.values()].filter((network) => network.ods !== 'U')
const TYPICAL = 'U12951'
const typical = networkDocument(atlas, TYPICAL, WEEK)

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}

/** What is wrong with a document, by plain looking: ids that lead nowhere, figures that cannot be. */
function faults(document: RotaDocument): string[] {
  const sites = new Set(document.sites.map(({ id }) => id))
  const needs = new Set(document.needs.map(({ id }) => id))
  const roles = new Set(document.roles.map(({ id }) => id))
  const finite = (n: number) => Number.isFinite(n) && n > 0
  return [
    ...document.people.flatMap(({ id, role, home, sites: own = [], works = [], contract }) => {
      const known = roles.has(role) && sites.has(home) && own.every((site) => sites.has(site)) && own.includes(home)
      const kept = contract.sessions >= 1 && contract.sessions <= 9 && new Set(works).size === works.length
      return known && kept && works.every((slot) => slotOf(slot, document.parts) !== null) ? [] : [id]
    }),
    ...document.demand.flatMap((row) =>
      sites.has(row.site) && needs.has(row.need) && finite(row.contacts) ? [] : [JSON.stringify(row)],
    ),
    ...(document.backlog ?? []).flatMap((row) =>
      sites.has(row.site) && needs.has(row.need) && finite(row.contacts) && row.waitedDays >= 0
        ? []
        : [JSON.stringify(row)],
    ),
    ...document.sites.flatMap((site) =>
      site.rooms >= 2 && Object.keys(site.travel ?? {}).every((other) => sites.has(other) && other !== site.id)
        ? []
        : [site.id],
    ),
  ]
}

describe('every network of England', () => {
  it('gives a document without a fault, of a sane size', () => {
    const wrong: string[] = []
    for (const network of NETWORKS) {
      const document = networkDocument(atlas, network.ods, WEEK)
      wrong.push(...faults(document).map((fault) => `${network.ods}: ${fault}`))
      const perThousand = (sum(document.demand, (row) => row.contacts) / network.patients) * 1000
      if (perThousand < 80 || perThousand > 155) wrong.push(`${network.ods}: ${perThousand} contacts per 1,000`)
      const heads = (document.people.length / network.patients) * 50_000
      if (heads < 60 || heads > 190) wrong.push(`${network.ods}: ${heads} people per 50,000`)
    }
    expect(wrong).toEqual([])
  })

  it('passes the same door as any document', () => {
    const book = ruleBook()
    const some = NETWORKS.filter((_, i) => i % 60 === 0)
    const largest = NETWORKS.reduce((a, b) => (a.practices.length > b.practices.length ? a : b))
    for (const network of [...some, largest]) {
      const problem = readDocument(networkDocument(atlas, network.ods, WEEK), book)
      expect(problem.sites).toHaveLength(network.practices.length)
    }
  })
})

describe('a document from the atlas', () => {
  it('is the same, byte for byte, for the same network, week and seed', () => {
    expect(documentText(networkDocument(atlas, TYPICAL, WEEK))).toBe(documentText(typical))
    expect(documentText(networkDocument(atlas, TYPICAL, { ...WEEK, seed: 2 }))).not.toBe(documentText(typical))
  })

  it('keeps people and their usual weeks from one week to the next; only leave differs', () => {
    const next = networkDocument(atlas, TYPICAL, { week: '2026-12-07', seed: 1 })
    const usual = (document: RotaDocument) => document.people.map(({ away: _, ...person }) => person)
    expect(usual(next)).toEqual(usual(typical))
    expect(next.people.map(({ away }) => away)).not.toEqual(typical.people.map(({ away }) => away))
  })

  it('has real practices, lists and weighted lists, and all needs and roles, whoever is there', () => {
    expect(typical.sites.map(({ id, patients }) => [id, patients])).toEqual(
      networkOf(atlas, TYPICAL).practices.map(({ ods, patients }) => [ods, patients]),
    )
    expect(typical.sites[0]?.adjustedPatients).not.toBe(typical.sites[0]?.patients)
    expect(typical.needs).toHaveLength(18)
    expect(typical.roles).toHaveLength(32)
  })

  it('counts demand once: what arrives and what is sent back to a GP come to what England gives', () => {
    expect(sum(NEEDS, ({ weekly }) => weekly) + EXPECTED_RETURNS).toBe(5825)
  })

  it('says in words that its people are synthetic, what is real, and under which licence', () => {
    expect(typical.note).toContain('The people in this document are synthetic')
    expect(typical.note).toContain('Open Government Licence v3.0')
    expect(typical.note).toContain('September 2022')
    expect(typical.note).toContain('April 2024 to January 2025')
    expect(typical.note).toContain('Estimated: the social care practitioner')
    expect(new Set(typical.people.map(({ name }) => name)).size).toBe(typical.people.length)
    expect(typical.people.every(({ name }) => /^[A-Z][A-Za-z ]+ \d+$/.test(name))).toBe(true)
  })

  it('reads back as it was written, one row on a line', () => {
    const text = documentText(typical)
    expect(JSON.parse(text)).toEqual(typical)
    expect(text.split('\n').filter((line) => line.includes('"contacts"'))).toHaveLength(
      typical.demand.length + (typical.backlog ?? []).length,
    )
  })

  it('starts on the Monday of any day that is given', () => {
    expect(networkDocument(atlas, TYPICAL, { week: '2026-12-03', seed: 1 })).toEqual(typical)
  })

  it('refuses what is no day, and no number of weeks', () => {
    expect(() => networkDocument(atlas, TYPICAL, { week: '2026-02-30', seed: 1 })).toThrow(BadInput)
    expect(() => networkDocument(atlas, TYPICAL, { ...WEEK, weeks: 0 })).toThrow(BadInput)
    expect(() => networkDocument(atlas, TYPICAL, { ...WEEK, weeks: 14 })).toThrow(BadInput)
  })

  it('holds several weeks where asked', () => {
    const two = networkDocument(atlas, TYPICAL, { ...WEEK, weeks: 2 })
    expect(new Set(two.demand.map(({ date }) => date)).size).toBe(10)
    expect(readDocument(two, ruleBook()).horizon.weeks).toBe(2)
  })

  it('leaves evenings and Saturdays out where they are bought in, which small networks do', () => {
    const parts = (patients: number, evenings?: 'own' | 'bought') => {
      const made = networkDocument(invented([{ patients }]), 'U99999', { ...WEEK, ...(evenings ? { evenings } : {}) })
      const worked = new Set(made.people.flatMap(({ works = [] }) => works.map((slot) => slot.split('-').at(-1))))
      return {
        parts: made.parts.map(({ id }) => id),
        worked: [...worked].sort(),
        said: made.note?.includes('bought in'),
      }
    }
    const core = { parts: ['am', 'pm'], worked: ['am', 'pm'], said: true }
    expect(parts(10_000)).toEqual(core)
    expect(parts(50_000, 'bought')).toEqual(core)
    for (const own of [parts(50_000), parts(10_000, 'own')])
      expect([own.parts.length, own.worked.includes('evening'), own.said]).toEqual([5, true, false])
    expect(() => readEvenings('sometimes')).toThrow(BadInput)
  })

  it('has travel of 8 to 25 minutes, the same both ways', () => {
    for (const site of typical.sites) {
      for (const [other, minutes] of Object.entries(site.travel ?? {})) {
        expect(minutes).toBeGreaterThanOrEqual(8)
        expect(minutes).toBeLessThanOrEqual(25)
        expect(typical.sites.find(({ id }) => id === other)?.travel?.[site.id]).toBe(minutes)
      }
    }
  })
})

describe('what arrives', () => {
  it('arrives in core hours only', () => {
    expect(new Set(typical.demand.map(({ part }) => part))).toEqual(new Set(['am', 'pm']))
  })

  it('splits by need as 50,000 patients do', () => {
    const of = (need: string) =>
      sum(
        typical.demand.filter((row) => row.need === need),
        (row) => row.contacts,
      )
    expect(of('urgent') / of('minor-illness')).toBeCloseTo(860 / 330, 2)
    expect(of('treatment-room') / of('screening')).toBeCloseTo(860 / 400, 2)
  })

  it('stands between 0.75 and 1.3 of the nation, damped, and at its mean where nobody reports', () => {
    const silent = [{ calls: null }]
    const [quiet, busy, double] = [0.1, 1000, 69].map((calls) => ({ calls, online: 0 }))
    const level = (practices: readonly Partial<PracticeEntry>[]) => {
      const made = invented(practices)
      return [...demandLevels(made, networkOf(made, 'U99999').practices).values()]
    }
    expect(level(silent)).toEqual([1])
    expect(level([quiet ?? {}, busy ?? {}])).toEqual([0.75, 1.3])
    expect(level([double ?? {}])[0]).toBe(1.3)
    // One that does not report takes its network's rate.
    const [own, taken] = level([{ calls: 20, online: 5 }, { calls: null }])
    expect(taken).toBe(own)
    expect(own).toBeGreaterThan(0.8)
    expect(own).toBeLessThan(0.9)
  })

  it('waits as people wait in England: some fall due on each day from Monday on, few are late, most are booked ahead', () => {
    const ordinary = networkDocument(invented([{ patients: 50_000 }]), 'U99999', WEEK)
    const waiting = ordinary.backlog ?? []
    for (const { need, weekly } of NEEDS.filter((model) => targetDays(model.need) >= 10)) {
      const own = waiting.filter((row) => row.need === need.id)
      const target = (targetDays(need) * 7) / 5
      const dueOn = (day: number) =>
        sum(
          own.filter((row) => target - row.waitedDays === day),
          (row) => row.contacts,
        )
      for (const day of [0, 1, 2, 3, 4]) expect(dueOn(day), `${need.id} on day ${day}`).toBeGreaterThan(0)
      const late = sum(
        own.filter((row) => row.waitedDays > target),
        (row) => row.contacts,
      )
      expect(late / weekly, need.id).toBeGreaterThan(0)
      expect(late / weekly, need.id).toBeLessThan(0.05)
      const booked = sum(
        own.filter((row) => target - row.waitedDays > 6),
        (row) => row.contacts,
      )
      expect(booked / sum(own, (row) => row.contacts), need.id).toBeGreaterThan(0.6)
    }
    const sameDay = NEEDS.filter(({ need }) => targetDays(need) === 0).map(({ need }) => need.id)
    expect(waiting.some((row) => sameDay.includes(row.need))).toBe(false)
  })

  it('has visits that are asked for today and visits that are planned', () => {
    const within = (id: string) => typical.needs.find((need) => need.id === id)?.within
    expect([within('urgent-visits'), within('visits')]).toEqual(['same-day', '2d'])
  })
})

describe('odd networks', () => {
  it('work with one practice, with a dozen, with tiny and with empty ones', () => {
    const empty = networkDocument(invented([{ patients: 0 }, { patients: 1 }]), 'U99999', WEEK)
    expect(faults(empty)).toEqual([])
    expect(empty.demand.every(({ contacts }) => contacts > 0)).toBe(true)
    expect(empty.sites.map(({ rooms }) => rooms)).toEqual([2, 2])
    const dozen = networkDocument(invented(Array.from({ length: 12 }, () => ({ patients: 3000 }))), 'U99999', WEEK)
    expect(faults(dozen)).toEqual([])
    expect(dozen.people.filter(({ role }) => role === 'gp-partner')).toHaveLength(12)
  })

  it('have a GP of its own for each practice that is more than a handful', () => {
    const made = networkDocument(invented([{ patients: 600 }, { patients: 30_000 }, { patients: 300 }]), 'U99999', WEEK)
    const homes = made.people.filter(({ role }) => role === 'gp-partner').map(({ home }) => home)
    expect(homes).toContain('A99900')
    expect(homes).not.toContain('A99902')
  })
})
