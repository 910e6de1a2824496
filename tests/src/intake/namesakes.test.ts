import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { erasedText } from '../../../api/people/erased.ts'
import { makeReport } from '../../../solver/report/report.ts'
import { RULES } from '../../../solver/rules/index.ts'
import { readDocument } from '../../../src/intake/assemble.ts'
import type { PersonDocument } from '../../../src/intake/rota-document.ts'
import { reportInWords } from '../../../src/output/text/report-in-words.ts'
import type { Problem } from '../../../src/problem.ts'
import { gp, oneSite } from '../../one-site.ts'

const SITES = [
  { id: 'A1', name: 'Alder Road', patients: 3000, rooms: 5 },
  { id: 'B1', name: 'Birch Lane', patients: 3000, rooms: 5 },
]
const ROLES = [
  { id: 'gp', title: 'GP', duty: true, meets: { urgent: { minutes: 12 } } },
  { id: 'nurse', title: 'Practice nurse', meets: { routine: { minutes: 15 } } },
]

const read = (people: PersonDocument[], sites = SITES): Problem =>
  readDocument(oneSite(people, { sites, roles: ROLES }), [])
const called = (people: PersonDocument[]) => read(people).people.map((person) => person.name)

describe('a person', () => {
  it('is called by their name, where nobody else has it', () => {
    expect(called([gp('p1', 'Sam Jones'), gp('p2', 'Sam Johns')])).toEqual(['Sam Jones', 'Sam Johns'])
  })

  it('is told apart by role, or home, or both', () => {
    expect(called([gp('p1', 'Sam Jones'), gp('p2', 'Sam Jones', { role: 'nurse' })])).toEqual([
      'Sam Jones (GP)',
      'Sam Jones (Practice nurse)',
    ])
    expect(called([gp('p1', 'Sam Jones'), gp('p2', 'sam jones', { home: 'B1' })])).toEqual([
      'Sam Jones (Alder Road)',
      'sam jones (Birch Lane)',
    ])
    const three = [
      gp('p1', 'Sam Jones'),
      gp('p2', 'Sam Jones', { home: 'B1' }),
      gp('p3', 'Sam Jones', { role: 'nurse', home: 'B1' }),
    ]
    expect(called(three)).toEqual([
      'Sam Jones (GP, Alder Road)',
      'Sam Jones (GP, Birch Lane)',
      'Sam Jones (Practice nurse, Birch Lane)',
    ])
  })

  it('is told apart by their id where all else is alike', () => {
    expect(called([gp('p1', 'Sam Jones'), gp('p2', 'Sam Jones'), gp('p3', 'Ann')])).toEqual([
      'Sam Jones (p1)',
      'Sam Jones (p2)',
      'Ann',
    ])
  })
})

describe('a site', () => {
  it('is told apart by its id', () => {
    const sites = SITES.map((site) => ({ ...site, name: 'The Surgery' }))
    expect(read([gp('p1', 'Ann')], sites).sites.map((site) => site.name)).toEqual([
      'The Surgery (A1)',
      'The Surgery (B1)',
    ])
  })
})

describe('two people of one name', () => {
  const problem = read([gp('p1', 'Sam Jones'), gp('p2', 'Sam Jones')])

  it('stand apart in the week and in sentences', () => {
    const engine = { name: 'none', version: '0', why: '' }
    const size = { columns: 0, wholeColumns: 0, rows: 0 }
    const rota = { assignments: [], clinics: [] }
    const outcome = { kind: 'rota', status: 'optimal', rota, levels: [], audit: { agrees: true, rules: [] } } as const
    const notes = { documentHash: '', rulesVersion: '', findings: [] }
    const report = makeReport(problem, { ...outcome, engine, size, seconds: 0 }, notes)
    const words = reportInWords(report, problem, { width: 120, colour: false })
    expect(words).toMatch(/^ {2}Sam Jones \(p1\) /m)
    expect(words).toMatch(/^ {2}Sam Jones \(p2\) /m)
    const rest = RULES.find((rule) => rule.id === 'working-week')
    expect(rest?.say({ amount: 1, people: ['p2'] }, problem)).toContain('Sam Jones (p2)')
  })

  it('leave neither name nor id behind when one of them is erased', () => {
    const report = {
      sentence: 'Sam Jones (p2) works late, and so does Sam Jones (p1).',
      detail: 'Nobody has the id "p2".',
    }
    const erasure = { person: 'p2', former: 'former-1', names: ['Sam Jones'], namesakes: ['p1'] }
    expect(JSON.parse(erasedText(JSON.stringify(report), erasure, z.unknown()))).toEqual({
      sentence: 'a former colleague (former-1) works late, and so does Sam Jones (p1).',
      detail: 'Nobody has the id "former-1".',
    })
  })
})
