import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../../../solver/rules/index.ts'
import { readDocument } from '../../../../src/intake/assemble.ts'
import { networkOf, readAtlas } from '../../../../src/intake/atlas.ts'
import { calendarOf } from '../../../../src/intake/network/calendar.ts'
import { draw } from '../../../../src/intake/network/draw.ts'
import { networkDocument } from '../../../../src/intake/network/network-document.ts'
import { peopleDocuments } from '../../../../src/intake/network/people.ts'
import { siteDocuments } from '../../../../src/intake/network/sites.ts'
import { postsOf } from '../../../../src/intake/network/workforce.ts'
import type { PersonDocument, RotaDocument } from '../../../../src/intake/rota-document.ts'
import { slotOf } from '../../../../src/intake/slots.ts'

const atlas = readAtlas()
const WEEK = { week: '2026-11-30', seed: 1 }
const NETWORKS = [...atlas.networks.values()].filter((network) => network.ods !== 'U')
const TYPICAL = 'U12951'
const typical = networkDocument(atlas, TYPICAL, WEEK)
const HOLDERS = ['gp-partner', 'salaried-gp', 'locum-gp', 'arrs-gp']

/** Sessions of a contract that a usual week holds. */
function counted(person: PersonDocument): number {
  return (person.works ?? []).reduce((sum, slot) => sum + (slot.endsWith('evening') ? 0.4 : 1), 0)
}

function halfDays(person: PersonDocument): number {
  return (person.works ?? []).filter((slot) => !slot.endsWith('evening')).length
}

function groupsOf({ rules }: RotaDocument): string[][] {
  const setting = rules?.['duty-doctor']
  return setting === undefined || setting === false ? [] : (setting.groups as string[][])
}

describe('the people', () => {
  it('work as many half-days as their contract has, and evenings on top only where they agreed to', () => {
    for (const person of typical.people) {
      expect(halfDays(person), person.name).toBe(person.contract.sessions)
      expect(counted(person), person.name).toBeLessThanOrEqual(person.contract.sessions + (person.contract.flex ?? 0))
    }
  })

  it('never work morning, afternoon and evening of one day', () => {
    for (const { name, works = [] } of typical.people) {
      const long = works.filter((slot) => slot.endsWith('-evening')).map((slot) => slot.slice(0, 3))
      expect(
        long.filter((day) => works.includes(`${day}-am`) && works.includes(`${day}-pm`)),
        name,
      ).toEqual([])
    }
  })

  it('open every evening and both halves of Saturday, each with a GP', () => {
    const gps = typical.people.filter(({ role }) => HOLDERS.includes(role)).flatMap(({ works = [] }) => works)
    for (const slot of [
      'mon-evening',
      'tue-evening',
      'wed-evening',
      'thu-evening',
      'fri-evening',
      'sat-am',
      'sat-pm',
    ]) {
      expect(gps, slot).toContain(slot)
    }
  })

  it('are away for about 15% of their sessions over the year', () => {
    const quarter = networkDocument(atlas, TYPICAL, { week: '2026-02-02', seed: 7, weeks: 13 })
    const problem = readDocument(quarter, ruleBook())
    const slots = quarter.people.flatMap(({ id, works = [] }) => {
      const mine = problem.availability.get(id)
      return problem.horizon.sessions
        .filter((session) =>
          works.some(
            (word) => slotOf(word, problem.horizon.parts)?.part === session.part && word.startsWith(session.weekday),
          ),
        )
        .map((session) => mine?.away[session.index] ?? false)
    })
    const share = slots.filter(Boolean).length / slots.length
    expect(share).toBeGreaterThan(0.13)
    expect(share).toBeLessThan(0.17)
  })

  it('learn in protected time pro rata: registrars three sessions of ten, others half a session, those without registration a quarter', () => {
    const learning = (role: string) =>
      typical.people
        .filter((person) => person.role === role)
        .map(({ contract }) => (contract.protected ?? 0) / contract.sessions)
    for (const share of learning('gp-registrar')) expect(Math.abs(share - 0.3)).toBeLessThan(0.11)
    for (const share of [...learning('salaried-gp'), ...learning('practice-nurse')])
      expect(Math.abs(share - 0.5 / 9)).toBeLessThan(0.02)
    for (const share of learning('hca')) expect(Math.abs(share - 0.25 / 9)).toBeLessThan(0.02)
    expect(new Set(learning('social-care-practitioner'))).toEqual(new Set([0]))
  })

  it('may be asked for evenings, one in two of those roles that do them', () => {
    const asked = ['gp-partner', 'practice-nurse', 'hca']
    const people = NETWORKS.filter((_, i) => i % 40 === 0).flatMap(
      ({ ods }) => networkDocument(atlas, ods, WEEK).people,
    )
    const able = people.filter(({ role, contract }) => asked.includes(role) && contract.sessions >= 3)
    const extra = able.filter(({ works = [] }) => works.some((slot) => /evening|^sat/.test(slot)))
    expect(extra.length / able.length).toBeCloseTo(1 / 2, 1)
    expect(people.filter(({ contract }) => contract.flex === 1).length / people.length).toBeGreaterThan(0.15)
  })

  it('stay at their practice if it employs them, but for a few; networks and partners send theirs to two or three', () => {
    const sites = (role: string) => typical.people.filter((person) => person.role === role).map((p) => p.sites?.length)
    expect(new Set(sites('practice-nurse'))).toEqual(new Set([1]))
    expect(new Set(sites('pharmacist'))).toEqual(new Set([2]))
    expect(new Set(sites('physio'))).toEqual(new Set([3]))
    expect(new Set(sites('social-care-practitioner'))).toEqual(new Set([3]))
    const gps = NETWORKS.filter((_, i) => i % 100 === 0)
      .flatMap(({ ods }) => networkDocument(atlas, ods, WEEK))
      .filter((document) => document.sites.length > 1)
      .flatMap(({ people }) => people.filter(({ role }) => role === 'gp-partner').map((p) => p.sites?.length))
    expect(gps.filter((n) => n === 2).length / gps.length).toBeCloseTo(1 / 8, 1)
  })

  it('do not change when somebody joins', () => {
    const network = networkOf(atlas, TYPICAL)
    const sites = siteDocuments(network.practices, 1)
    const { mondays } = calendarOf(atlas, WEEK.week, 1)
    const posts = postsOf(atlas, network, 1)
    const joiner = { role: 'pharmacist', sessions: 4, practice: null, ordinal: 99 }
    const named = (all: typeof posts) =>
      peopleDocuments({ network, sites, posts: all, mondays, evenings: 'own', seed: 1 }).map(({ id: _, ...person }) =>
        JSON.stringify(person),
      )
    expect(named([...posts, joiner])).toHaveLength(posts.length + 1)
    expect(named(posts).filter((person) => !named([...posts, joiner]).includes(person))).toEqual([])
  })

  it('who are physician assistants see minor illness only, with a GP at the site', () => {
    const role = typical.roles.find(({ id }) => id === 'physician-assistant')
    expect(Object.keys(role?.meets ?? {})).toEqual(['minor-illness'])
    expect(role?.supervision).toEqual({ minutes: 20, by: ['gp-partner', 'salaried-gp', 'arrs-gp'], where: 'site' })
  })

  it('who review long-term conditions have the skill, in every role that may', () => {
    const may = typical.roles.filter(({ meets = {} }) => meets['long-term'] !== undefined).map(({ id }) => id)
    const has = (person: PersonDocument) => person.skills?.includes('long-term-conditions') === true
    const nurses = typical.people.filter(({ role }) => role === 'practice-nurse')
    expect(nurses.filter(has).length).toBeGreaterThan(nurses.length / 2)
    for (const person of typical.people.filter(({ role }) => role !== 'practice-nurse'))
      expect(has(person), person.name).toBe(may.includes(person.role))
  })
})

describe('practices that share a duty doctor', () => {
  const some = NETWORKS.filter((_, i) => i % 60 === 0).map(({ ods }) => networkDocument(atlas, ods, WEEK))

  it('are small, and no practice shares twice', () => {
    const all = some.map(groupsOf)
    expect(all.flat().length).toBeGreaterThan(5)
    for (const [i, groups] of all.entries()) {
      const shared = groups.flat()
      expect(new Set(shared).size).toBe(shared.length)
      for (const group of groups) {
        const sizes = group.map((id) => some[i]?.sites.find((site) => site.id === id)?.patients ?? 0)
        expect(Math.min(...sizes)).toBeLessThanOrEqual(8000)
        expect(sizes.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(20_000)
      }
    }
  })

  it('share with the same neighbours in every week', () => {
    const sharing = some.find((document) => groupsOf(document).length > 0)
    const next = networkDocument(atlas, sharing?.network.ods ?? '', { week: '2026-12-07', seed: 1 })
    expect(next.rules).toEqual(sharing?.rules)
  })
})

describe('a draw', () => {
  it('is the same for the same words and another for others', () => {
    expect(draw(1, 'a').next()).toBe(draw(1, 'a').next())
    expect(draw(1, 'a').next()).not.toBe(draw(1, 'b').next())
    expect(draw(1, 'a', 'b').next()).not.toBe(draw(1, 'ab').next())
  })

  it('is even: each of ten choices comes about as often as the others, and a weight counts', () => {
    const counts = new Map<number, number>()
    for (let i = 0; i < 5000; i += 1) {
      const pick = draw(1, i).pick([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], (n) => (n === 0 ? 0 : 1))
      counts.set(pick, (counts.get(pick) ?? 0) + 1)
    }
    expect(counts.has(0)).toBe(false)
    expect(Math.min(...counts.values())).toBeGreaterThan(450)
    expect(Math.max(...counts.values())).toBeLessThan(660)
  })
})
