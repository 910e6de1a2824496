import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../src/errors.ts'
import type { StaffGroup } from '../../../src/intake/atlas/practice-staff.ts'
import { readTable, writeTable } from '../../../src/intake/atlas/table.ts'
import { findNetworks, networkOf, readAtlas } from '../../../src/intake/atlas.ts'

const atlas = readAtlas()
const FOLDER = new URL('../../../data/atlas/', import.meta.url)

function complaintOf(ask: () => unknown) {
  try {
    ask()
  } catch (error) {
    if (error instanceof BadInput) return error.complaints[0]
    throw error
  }
  return undefined
}

describe('the atlas that the project carries', () => {
  it('has every network, practice and registered patient of England', () => {
    const codes = [...atlas.networks.keys()]
    expect(codes.filter((code) => code !== 'U')).toHaveLength(1298)
    expect(codes).toContain('U')
    expect(atlas.practices.size).toBe(6170)
    expect([...atlas.practices.values()].reduce((sum, practice) => sum + practice.patients, 0)).toBe(63_714_596)
    expect([...atlas.networks.values()].reduce((sum, network) => sum + network.patients, 0)).toBe(63_714_596)
    expect(atlas.networks.get('U')?.practices).toHaveLength(57)
    expect(atlas.icbs.size).toBe(42)
  })

  it('knows the list of a network that was looked up in the publication', () => {
    const network = networkOf(atlas, 'U45898')
    expect(network.practices).toHaveLength(5)
    expect(network.patients).toBe(53_684)
    expect(network.practices.every((practice) => atlas.icbs.has(practice.icb))).toBe(true)
    expect(network.icbName).toBe(atlas.icbs.get(network.icb))
  })

  it('gives no rate for a practice that does not report, and shares a network telephone out by list size', () => {
    expect(atlas.practices.get('Y02002')?.calls).toBeNull()
    const silent = [...atlas.practices.values()].filter((practice) => practice.calls === null)
    expect(silent.length).toBeGreaterThan(1000)
    // 1,399 report no calls of their own; the telephones of 65 networks reach some of them.
    expect(silent.length).toBeLessThan(1399)
  })

  it('makes 27 calls and 7 online requests for 1,000 patients and working day, as published', () => {
    const mean = (of: 'calls' | 'online') => {
      const known = [...atlas.practices.values()].filter((practice) => practice[of] !== null)
      const patients = known.reduce((sum, practice) => sum + practice.patients, 0)
      return known.reduce((sum, practice) => sum + (practice[of] ?? 0) * practice.patients, 0) / patients
    }
    expect(mean('calls')).toBeGreaterThan(26)
    expect(mean('calls')).toBeLessThan(29)
    expect(mean('online')).toBeCloseTo(8_615_369 / 20 / 63_714.596, 2)
  })

  it('has calls of Monday at 1.30 of the mean of five weekdays', () => {
    const day = (weekday: string) =>
      atlas.profile.filter((band) => band.weekday === weekday).reduce((sum, band) => sum + band.calls, 0)
    const mean = ['mon', 'tue', 'wed', 'thu', 'fri'].reduce((sum, weekday) => sum + day(weekday), 0) / 5
    expect(day('mon') / mean).toBeCloseTo(1.302, 2)
  })

  it('has the people of 1,105 networks', () => {
    expect(atlas.workforce.size).toBe(1105)
    const heads = [...atlas.workforce.values()].flat().reduce((sum, staff) => sum + staff.ftes.length, 0)
    expect(heads).toBe(17_238)
  })

  it("has each practice's own people, as published", () => {
    const staffed = [...atlas.practices.values()].filter(({ staff }) => staff !== null)
    expect(staffed).toHaveLength(6149)
    expect(staffed.reduce((sum, { patients }) => sum + patients, 0) / 63_714_596).toBeGreaterThan(0.999)
    const fte = (group: StaffGroup) => staffed.reduce((sum, { staff }) => sum + (staff?.groups[group]?.fte ?? 0), 0)
    expect(fte('gp')).toBeCloseTo(26_767, -1)
    expect(fte('trainee-locum')).toBeCloseTo(9563, -1)
    expect(fte('nurse')).toBeCloseTo(16_352, -1)
    expect(fte('care')).toBeCloseTo(16_852, -1)
    expect(atlas.practices.get('A81002')?.staff).toEqual({
      patients: 18_735,
      groups: {
        gp: { fte: 7.4, heads: 10 },
        'trainee-locum': { fte: 2.7, heads: 3 },
        nurse: { fte: 7, heads: 8.8 },
        care: { fte: 4.4, heads: 5 },
      },
    })
  })

  it('tells a group that a practice did not report from one that has nobody', () => {
    const counts = [...atlas.practices.values()].flatMap(({ staff }) => (staff === null ? [] : [staff.groups.nurse]))
    expect(counts.filter((count) => count === null).length).toBe(246)
    expect(counts.filter((count) => count?.fte === 0).length).toBeGreaterThan(0)
  })

  it('knows which practices are rural', () => {
    const rural = [...atlas.practices.values()].filter((practice) => practice.rural)
    expect(rural.length).toBeGreaterThan(900)
    expect(rural.length).toBeLessThan(1100)
  })

  it('stays small, and says where it comes from', () => {
    const size = readdirSync(FOLDER).reduce((sum, file) => sum + statSync(new URL(file, FOLDER)).size, 0)
    expect(size).toBeLessThan(1024 * 1024)
    expect(readFileSync(new URL('README.md', FOLDER), 'utf8')).toContain(
      'Contains public sector information licensed under the Open Government Licence v3.0',
    )
  })

  it('is read once', () => {
    expect(readAtlas()).toBe(atlas)
  })
})

describe('finding a network', () => {
  it('finds by part of a name, of a code, or of a practice, whatever the case', () => {
    expect(findNetworks(atlas, 'leek & biddulph').map((network) => network.ods)).toEqual(['U12951'])
    expect(findNetworks(atlas, 'u1295').map((network) => network.ods)).toContain('U12951')
    expect(findNetworks(atlas, 'Biddulph Valley').map((network) => network.ods)).toContain('U12951')
    expect(findNetworks(atlas, 'no such place anywhere')).toEqual([])
  })

  it('never offers the practices without a network as one', () => {
    expect(findNetworks(atlas, '').map((network) => network.ods)).not.toContain('U')
    expect(findNetworks(atlas, '')).toHaveLength(1298)
  })

  it('takes a code in small letters', () => {
    expect(networkOf(atlas, ' u12951 ').ods).toBe('U12951')
  })

  it('refuses an unknown code and names the nearest', () => {
    const complaint = complaintOf(() => networkOf(atlas, 'U12915'))
    expect(complaint?.pointer).toBe('/network/ods')
    expect(complaint?.seen).toBe('U12915')
    expect(complaint?.maybe).toMatch(/^U\d{5} /)
  })

  it('leads from a name, or from the code of a practice, to the network', () => {
    expect(complaintOf(() => networkOf(atlas, 'Leek & Biddulph'))?.maybe).toContain('U12951')
    expect(complaintOf(() => networkOf(atlas, 'M83046'))?.maybe).toContain('U12951')
  })

  it('refuses the practices without a network', () => {
    expect(complaintOf(() => networkOf(atlas, 'U'))?.detail).toContain('57 practices')
  })
})

describe('the tables', () => {
  it('come back as they were written, commas and quotes included', () => {
    const text = writeTable(
      ['a', 'b'],
      [
        ['x, "y"', 1],
        ['', null],
      ],
    )
    expect(readTable(text)).toEqual([
      { a: 'x, "y"', b: '1' },
      { a: '', b: '' },
    ])
  })
})
