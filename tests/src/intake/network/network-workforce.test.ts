import { describe, expect, it } from 'vitest'
import type { PracticeStaff } from '../../../../src/intake/atlas/practice-staff.ts'
import { type Atlas, networkOf, type PracticeEntry, readAtlas } from '../../../../src/intake/atlas.ts'
import { NETWORK_RATES } from '../../../../src/intake/network/england-staff.ts'
import { networkDocument } from '../../../../src/intake/network/network-document.ts'
import { hasPublishedStaff } from '../../../../src/intake/network/network-staff.ts'
import type { Post } from '../../../../src/intake/network/post.ts'
import { ROLE_COSTS } from '../../../../src/intake/network/roles/costs.ts'
import { ROLES, rolesOn } from '../../../../src/intake/network/roles.ts'
import { headsFor, sharedOut } from '../../../../src/intake/network/sharing.ts'
import { postsOf } from '../../../../src/intake/network/workforce.ts'
import { invented } from './invented-network.ts'

const atlas = readAtlas()
const NETWORKS = [...atlas.networks.values()].filter((network) => network.ods !== 'U')

function staff(fte: number, heads: number): PracticeStaff {
  const count = { fte, heads }
  return { patients: 10_000, groups: { gp: count, 'trainee-locum': count, nurse: count, care: count } }
}

function posts(practices: readonly Partial<PracticeEntry>[], of: Atlas = invented(practices)): Post[] {
  return postsOf(of, networkOf(of, 'U99999'), 1)
}

function fte(all: readonly Post[], ...roles: readonly string[]): number {
  return all.filter(({ role }) => roles.includes(role)).reduce((sum, { sessions }) => sum + sessions, 0) / 9
}

const GPS = ['gp-partner', 'salaried-gp']
const NURSES = ['anp', 'practice-nurse']

describe('the people of a practice', () => {
  it('follow what the practice reported, drawn towards England', () => {
    const [few, many] = [posts([{ staff: staff(2.5, 4) }]), posts([{ staff: staff(6, 9) }])]
    expect(fte(few, ...GPS)).toBeGreaterThan(2.5)
    expect(fte(few, ...GPS)).toBeLessThan(3.4)
    expect(fte(many, ...GPS)).toBeGreaterThan(5)
    expect(fte(many, ...GPS)).toBeLessThan(6)
    expect(few.filter(({ role }) => GPS.includes(role)).length).toBeLessThan(
      many.filter(({ role }) => GPS.includes(role)).length,
    )
  })

  it('are those of England where it reported nothing, or what cannot be', () => {
    const england = { gp: 4.26, nurses: 2.65 }
    for (const reported of [null, staff(0, 0), staff(60, 70)]) {
      const all = posts([{ staff: reported }])
      expect(fte(all, ...GPS)).toBeCloseTo(england.gp, 0)
      expect(fte(all, ...NURSES)).toBeCloseTo(england.nurses, 0)
    }
  })

  it('have a partner, and a practice nurse, whatever its size', () => {
    for (const patients of [600, 2500, 10_000, 30_000]) {
      const all = posts([{ patients }]).filter(({ practice }) => practice !== null)
      expect(all.map(({ role }) => role)).toContain('gp-partner')
      if (patients > 2000) expect(all.map(({ role }) => role)).toContain('practice-nurse')
    }
  })

  it('leave out whoever hands out medicines in a rural practice', () => {
    const care = (rural: boolean) =>
      fte(posts([{ rural, staff: staff(8, 10) }]), 'hca', 'phlebotomist', 'practice-pharmacist', 'practice-paramedic')
    expect(care(true)).toBeLessThan(care(false))
  })
})

describe('the people of a network', () => {
  const all = new Map(NETWORKS.map((network) => [network.ods, postsOf(atlas, network, 1)]))
  const patients = NETWORKS.reduce((sum, network) => sum + network.patients, 0)

  it('come to the numbers of England, role by role', () => {
    const everybody = [...all.values()].flat()
    for (const [role, { rate }] of Object.entries(NETWORK_RATES)) {
      const made = (fte(everybody, role) * 10_000) / patients
      expect(made / rate, role).toBeGreaterThan(0.85)
      expect(made / rate, role).toBeLessThan(1.15)
    }
  })

  it('follow the roles that the network chose, where it published a whole team', () => {
    const share = (ods: string) => {
      const own = all.get(ods) ?? []
      return fte(own, 'wellbeing-coach') / fte(own, ...Object.keys(NETWORK_RATES))
    }
    const coaches = (ods: string) =>
      (atlas.workforce.get(ods) ?? [])
        .filter(({ title }) => title === 'Health and Wellbeing Coach')
        .flatMap((s) => s.ftes)
    const whole = NETWORKS.filter((network) => hasPublishedStaff(atlas, network) && network.practices.length > 2)
    const mean = (ods: readonly string[]) => ods.reduce((sum, code) => sum + share(code), 0) / ods.length
    const codes = whole.map(({ ods }) => ods)
    const [many, none] = [
      codes.filter((ods) => coaches(ods).length >= 3),
      codes.filter((ods) => coaches(ods).length === 0),
    ]
    expect(mean(many)).toBeGreaterThan(3 * mean(none))
  })

  it('do not follow a publication that is not a whole team', () => {
    // September 2022: 216 networks without a row, more with less than one full-time equivalent for 10,000 patients.
    const without = NETWORKS.filter((network) => !hasPublishedStaff(atlas, network))
    expect(without.length).toBeGreaterThan(320)
    const mean = without.reduce((sum, { ods }) => sum + fte(all.get(ods) ?? [], 'pharmacist'), 0)
    const own = without.reduce((sum, network) => sum + network.patients, 0)
    expect((mean * 10_000) / own).toBeCloseTo(1.17, 1)
  })

  it('cost about what the scheme gives, network by network', () => {
    const yearly = new Map(
      rolesOn('2026-11-30').map(({ id, funding, costPerSession = 0 }) => [
        id,
        funding === 'arrs' ? costPerSession * 44 : 0,
      ]),
    )
    const large = NETWORKS.filter((network) => network.patients > 40_000)
    const used = large.map(({ ods, practices }) => {
      const weighted = practices.reduce((sum, practice) => sum + practice.patients * (practice.weight ?? 1), 0)
      return (
        (all.get(ods) ?? []).reduce((sum, { role, sessions }) => sum + (yearly.get(role) ?? 0) * sessions, 0) / weighted
      )
    })
    const sorted = [...used].sort((a, b) => a - b)
    const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0
    expect(at(0.5)).toBeGreaterThan(24)
    expect(at(0.5)).toBeLessThan(27.5)
    expect(at(0.95)).toBeLessThan(31)
  })
})

describe('the people of the council', () => {
  it('are a practitioner of adult social care and an occupational therapist, for agreed sessions, paid by the partner', () => {
    const document = networkDocument(atlas, 'U12951', { week: '2026-11-30', seed: 1 })
    const partners = document.roles.filter(({ funding }) => funding === 'partner').map(({ id }) => id)
    const people = document.people.filter(({ role }) => partners.includes(role))
    expect(people.map(({ name, contract }) => [name, contract.sessions])).toEqual([
      ['Social care practitioner 1', 4],
      ['Council occupational therapist 1', 2],
    ])
    for (const { contract, works } of people) expect([works?.length, contract.flex]).toEqual([contract.sessions, 0])
    const meets = document.roles.find(({ id }) => id === 'social-care-practitioner')?.meets ?? {}
    expect(Object.keys(meets)).toEqual(['social', 'carers', 'frailty', 'discharge', 'joint-visits'])
  })

  it('are in every network of some size', () => {
    for (const network of NETWORKS.filter((_, i) => i % 50 === 0)) {
      const roles = postsOf(atlas, network, 1).map(({ role }) => role)
      expect(roles.includes('social-care-practitioner'), network.ods).toBe(network.patients >= 5000)
    }
  })
})

describe('the roles', () => {
  it('have a cost with its reason each, and a registrar costs a practice nothing', () => {
    expect(ROLES.filter(({ id }) => ROLE_COSTS[id] === undefined)).toEqual([])
    const costs = new Map(rolesOn('2026-11-30').map(({ id, costPerSession = 0 }) => [id, costPerSession]))
    expect(costs.get('gp-registrar')).toBe(0)
    expect([...costs].filter(([id, cost]) => cost === 0 && id !== 'gp-registrar')).toEqual([])
    expect(costs.get('pharmacist')).toBe(151)
    expect(costs.get('locum-gp')).toBe(385)
  })

  it('cost what they did in the contract year of the week', () => {
    const pharmacist = (date: string) => rolesOn(date).find(({ id }) => id === 'pharmacist')?.costPerSession
    expect(pharmacist('2025-11-03')).toBe(147)
    expect(pharmacist('2026-11-30')).toBe(151)
  })

  it('name only needs, and supervisors, that there are', () => {
    const document = networkDocument(atlas, 'U12951', { week: '2026-11-30', seed: 1 })
    const needs = document.needs.map(({ id }) => id)
    const roles = document.roles.map(({ id }) => id)
    for (const { id, meets = {}, supervision } of document.roles) {
      expect(
        Object.keys(meets).filter((need) => !needs.includes(need)),
        id,
      ).toEqual([])
      expect(
        (supervision?.by ?? []).filter((by) => !roles.includes(by)),
        id,
      ).toEqual([])
    }
    const met = new Set(document.roles.flatMap(({ meets = {} }) => Object.keys(meets)))
    expect(needs.filter((need) => !met.has(need))).toEqual([])
  })
})

describe('sessions shared out', () => {
  it('add up, and nobody has more than a full week or less than two sessions', () => {
    expect(sharedOut(20, [1, 1, 1]).sort()).toEqual([6, 7, 7])
    expect(sharedOut(27, [5, 1, 1])).toEqual([9, 9, 9])
    expect(sharedOut(6, [10, 1, 1])).toEqual([2, 2, 2])
  })

  it('need enough heads', () => {
    expect(headsFor(30, 9)).toBe(4)
    expect(headsFor(1, 6)).toBe(0)
    expect(headsFor(3, 1)).toBe(1)
  })
})
