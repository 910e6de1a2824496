import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../src/errors.ts'
import { readDocument } from '../../../src/intake/assemble.ts'
import { readRota } from '../../../src/intake/rota-reading.ts'
import { smallDocument } from '../../small-document.ts'

const good = smallDocument()
const PROBLEM = readDocument(
  {
    ...good,
    needs: good.needs.map((need) => (need.id === 'treatment' ? { ...need, skill: 'bloods' } : need)),
    people: good.people.map((person) => (person.id === 'n1' ? { ...person, skills: ['bloods'] } : person)),
  },
  [],
)
const PLACED = { person: 'g1', date: '2026-12-01', part: 'pm', site: 'alder', work: 'clinic' }
const CLINIC = {
  date: '2026-12-01',
  part: 'pm',
  site: 'alder',
  role: 'gp',
  work: 'clinic',
  need: 'msk',
  patientsOf: 'birch',
  contacts: 3.5,
}

function pointersOf(value: unknown): string[] {
  try {
    readRota(value, PROBLEM)
  } catch (error) {
    if (error instanceof BadInput) return error.complaints.map((complaint) => complaint.pointer)
    throw error
  }
  return []
}

describe('a rota', () => {
  const assignments = [{ person: 'g1', session: 3, site: 'alder', work: 'clinic', remote: false, mayTelephone: true }]

  it.each([
    ['a list of assignments', [PLACED]],
    ['assignments alone', { assignments: [PLACED] }],
    ['a report', { format: 'report/1', status: 'optimal', assignments: [PLACED], clinics: [], levels: [] }],
  ])('is read from %s', (_, value) => {
    expect(readRota(value, PROBLEM)).toEqual({ assignments, clinics: [] })
  })

  it('says who works by telephone only of people for whom the rota says so', () => {
    const read = (remote: boolean) => readRota([{ ...PLACED, remote }], PROBLEM).assignments
    const [{ mayTelephone, ...placed } = {}] = assignments
    expect(mayTelephone).toBe(true)
    expect(read(false)).toEqual([{ ...placed, remote: false }])
    expect(read(true)).toEqual([{ ...placed, remote: true }])
  })

  it('has its clinics by cadre: the role, and the skills that mark these people out', () => {
    const value = {
      assignments: [],
      clinics: [CLINIC, { ...CLINIC, role: 'nurse', skills: ['bloods'], need: 'treatment' }],
    }
    expect(readRota(value, PROBLEM).clinics).toEqual([
      { session: 3, site: 'alder', cadre: 'gp', work: 'clinic', need: 'msk', patientsOf: 'birch', contacts: 3.5 },
      {
        session: 3,
        site: 'alder',
        cadre: 'nurse+bloods',
        work: 'clinic',
        need: 'treatment',
        patientsOf: 'birch',
        contacts: 3.5,
      },
    ])
  })

  it('has its clinics by cadre in whichever order their skills stand', () => {
    const problem = readDocument(
      {
        ...good,
        needs: good.needs.map((need) =>
          need.id === 'treatment' || need.id === 'urgent' ? { ...need, skill: `${need.id}-skill` } : need,
        ),
        people: good.people.map((person) => ({ ...person, skills: ['urgent-skill', 'treatment-skill'] })),
      },
      [],
    )
    const clinic = { ...CLINIC, role: 'nurse', skills: ['urgent-skill', 'treatment-skill'], need: 'urgent' }
    expect(readRota({ assignments: [], clinics: [clinic] }, problem).clinics[0]?.cadre).toBe(
      'nurse+treatment-skill+urgent-skill',
    )
  })

  it('of more rows than anybody could work is refused by one complaint', () => {
    expect(pointersOf(new Array(400_001).fill(null))).toEqual([''])
  })

  it('is read though it breaks rules: two places at one time', () => {
    expect(readRota([PLACED, { ...PLACED, site: 'birch' }], PROBLEM).assignments).toHaveLength(2)
  })

  it.each([
    ['a person that nobody knows', [{ ...PLACED, person: 'g8' }], '/0/person'],
    ['a site that nobody knows', { assignments: [{ ...PLACED, site: 'oak' }] }, '/assignments/0/site'],
    ['a day outside the week', [{ ...PLACED, date: '2027-01-01' }], '/0/date'],
    ['a session that is not held', [PLACED, { ...PLACED, date: '2026-12-05' }], '/1/part'],
    ['being off', [{ ...PLACED, work: 'off' }], '/0/work'],
    ['a field that nobody knows', [{ ...PLACED, room: 3 }], '/0/room'],
    ['a row that is none', [null], '/0'],
    ['no assignments', {}, '/assignments'],
    ['a rota document in its place', good, '/format'],
    [
      'a clinic of a need that nobody knows',
      { assignments: [], clinics: [{ ...CLINIC, need: 'x' }] },
      '/clinics/0/need',
    ],
    [
      'a clinic of skills that nobody has',
      { assignments: [], clinics: [{ ...CLINIC, skills: ['bloods'] }] },
      '/clinics/0/skills',
    ],
    [
      'a clinic of a role without people',
      { assignments: [], clinics: [{ ...CLINIC, role: 'nurse' }] },
      '/clinics/0/role',
    ],
    [
      'contacts without end',
      { assignments: [], clinics: [{ ...CLINIC, contacts: Number.POSITIVE_INFINITY }] },
      '/clinics/0/contacts',
    ],
    ['nothing', null, ''],
  ])('is refused with %s', (_, value, pointer) => {
    expect(pointersOf(value)).toContain(pointer)
  })

  it('is refused with every complaint at once', () => {
    expect(
      pointersOf([
        { ...PLACED, person: 'g8', site: 'oak' },
        { ...PLACED, work: 'x' },
      ]),
    ).toEqual(['/1/work', '/0/person', '/0/site'])
  })

  it('is read or refused, whatever comes in', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void pointersOf(value)))
  })
})
