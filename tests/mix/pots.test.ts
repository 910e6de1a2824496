/** Who pays for a further session: caps and money of the contract year, and England's average team. */
import { describe, expect, it } from 'vitest'
import { leftIn, netCost, paidFor, potsOf } from '../../solver/mix/pots.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { NETWORK_RATES } from '../../src/intake/network/england-staff.ts'
import { nationalTeam } from '../../src/intake/scenario/national-team.ts'
import type { Role } from '../../src/staff.ts'
import { smallDocument } from '../small-document.ts'
import { problemOf } from '../solved-week.ts'

const problem = problemOf(smallDocument())
const FROM = problem.horizon.from

function roleOf(id: string, changes: Partial<Role> = {}): Role {
  const role = problem.roleById.get(id)
  if (role === undefined) throw new Error(`no ${id}`)
  return { ...role, ...changes }
}

describe('the schemes of a contract year', () => {
  it('have their sum for each weighted patient, of which contracts use some', () => {
    const [arrs, gps] = potsOf(problem)
    expect(arrs).toMatchObject({ pot: 'arrs', of: Math.round(27.3 * 10_100), estimate: true })
    // A physiotherapist of 4 sessions at £169 and a paramedic, in 44 weeks.
    const paramedic = problem.people.find(({ role }) => role === 'paramedic')?.contract.sessions ?? 0
    expect(arrs?.used).toBe(44 * (4 * 169 + paramedic * 150))
    expect(gps).toMatchObject({ pot: 'practice-gp', of: Math.round(4.54 * 10_100), used: 0 })
    expect(potsOf({ ...problem, horizon: { ...problem.horizon, from: '2025-06-02' } }).map(({ pot }) => pot)).toEqual([
      'arrs',
    ])
  })

  it('have nothing left once more is used than there is', () => {
    const pots = [{ pot: 'arrs', of: 10, used: 12, source: '', estimate: false }] as const
    expect([leftIn(pots, 'arrs'), leftIn(pots, 'practice-gp')]).toEqual([0, 0])
  })
})

describe('a session', () => {
  it('of an ARRS role is paid up to the cap of the year, while money lasts', () => {
    // £66,972 raised by 2.5%, over 396 sessions: £173.35.
    const dear = paidFor(roleOf('physio', { costPerSession: 200 }), FROM)
    expect(dear.pot).toBe('arrs')
    expect(dear.share).toBeCloseTo(68_646 / 396 / 200, 6)
    expect(netCost(200, dear, 1000)).toBeCloseTo(200 - 68_646 / 396, 6)
    expect(netCost(200, dear, 50)).toBe(150)
    expect(paidFor(roleOf('physio'), FROM).share).toBe(1)
    expect(paidFor(roleOf('physio', { id: 'herbalist', costPerSession: 900 }), FROM).share).toBe(1)
  })

  it('of a salaried GP may be claimed by the practice; a partner’s, a nurse’s and a council’s may not', () => {
    expect(paidFor(roleOf('gp'), FROM).pot).toBe('practice-gp')
    expect(paidFor(roleOf('gp', { title: 'GP partner' }), FROM).pot).toBeNull()
    expect(netCost(135, paidFor(roleOf('nurse'), FROM), 1000)).toBe(135)
    expect(netCost(135, paidFor(roleOf('nurse', { funding: 'partner' }), FROM), 0)).toBe(0)
  })
})

describe('England’s average team', () => {
  it('has England’s posts for as many patients, whatever the network has', () => {
    const { staff, document } = nationalTeam(smallDocument(), readAtlas())
    const sessions = (role: string) =>
      document.people.filter((one) => one.role === role).reduce((sum, { contract }) => sum + contract.sessions, 0)
    expect(sessions('physio')).toBeCloseTo(9 * (NETWORK_RATES.physio?.rate ?? 0), 6)
    expect(staff.find(({ group }) => group === 'First contact physiotherapist')).toMatchObject({
      own: 0.44,
      england: 0.33,
    })
    expect(staff.find(({ group }) => group === 'GPs')?.england).toBeCloseTo(sessions('gp') / 9, 2)
    expect(() => problemOf(document)).not.toThrow()
  })
})
