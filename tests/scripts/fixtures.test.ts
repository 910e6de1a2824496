import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtures } from '../../scripts/fixtures.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { documentText } from '../../src/intake/network/document-text.ts'

const atlas = readAtlas()

describe('the fixtures', () => {
  const made = fixtures(atlas)

  it.each([...made.keys()])('%s is what the script makes, and passes the door', (file) => {
    const text = readFileSync(new URL(`../../fixtures/networks/${file}`, import.meta.url), 'utf8')
    const document = made.get(file)
    expect(document && documentText(document)).toBe(text)
    expect(text.length).toBeLessThan(400 * 1024)
    expect(() => readDocument(JSON.parse(text), ruleBook())).not.toThrow()
  })

  it('bear codes and names that are in no register', () => {
    const codes = [...made.values()].flatMap((document) => [
      document.network.ods,
      ...document.sites.map(({ id }) => id),
    ])
    expect(codes.filter((code) => atlas.practices.has(code) || atlas.networks.has(code))).toEqual([])
    const register = [...atlas.practices.values(), ...atlas.networks.values()].map(({ name }) => name.toLowerCase())
    const names = [...made.values()].flatMap(({ network, sites }) => [network.name, ...sites.map(({ name }) => name)])
    expect(names.filter((name) => register.includes(name.toLowerCase()))).toEqual([])
  })

  it('are a practice of about 10,000 and a network of about 50,000', () => {
    const [one, five] = ['one-practice.json', 'five-practices.json'].map((file) => made.get(file))
    expect(one?.sites).toHaveLength(1)
    expect(one?.people.length).toBeLessThan(25)
    expect(five?.sites).toHaveLength(5)
    expect(five?.people.length).toBeGreaterThan(90)
    expect(five?.people.length).toBeLessThan(110)
  })

  it('have GPs of each kind, the usual team, and people of the council', () => {
    const five = made.get('five-practices.json')
    const roles = new Set(five?.people.map(({ role }) => role))
    for (const role of [
      'gp-partner',
      'salaried-gp',
      'locum-gp',
      'gp-registrar',
      'arrs-gp',
      'anp',
      'practice-nurse',
      'hca',
    ])
      expect(roles, role).toContain(role)
    for (const role of ['pharmacist', 'physio', 'social-prescriber', 'care-coordinator', 'mental-health'])
      expect(roles, role).toContain(role)
    for (const document of made.values())
      expect(document.people.map(({ name }) => name)).toContain('Social care practitioner 1')
    expect(roles).toContain('council-occupational-therapist')
  })
})
