/** A network where two people and a manager sign in, with two weeks published together that are far in the future whenever the tests run. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { expect } from './service.ts'
import { ADMINISTRATOR, type SignedInService } from './signed-in.ts'

const RECORD = new URL('../../fixtures/records/fern-lane.json', import.meta.url)
/** Generated for a week whose bank holidays are known, and then moved. */
const DRAWN = '2026-11-30'
const WEEKS_AHEAD = 600
const moved = (day: string) => new Date(Date.parse(day) + WEEKS_AHEAD * 7 * 86_400_000).toISOString().slice(0, 10)
const FROM = moved(DRAWN)

export interface SwappingNetwork {
  readonly ods: string
  readonly from: string
  /** Signed in, with no page opened yet. GP 1's and GP 2's clocks say that the week has begun. */
  readonly manager: Page
  readonly gp1: Page
  readonly gp2: Page
}

const at = (person: string, day: string, part: string, work = 'clinic') => ({
  ...{ person, date: moved(day), part, site: 'fern', work },
})

/** GP 1 is on duty on Tuesday morning, GP 2 on Wednesday morning, and on that of the second week. */
const ROTA = [
  at('ann', DRAWN, 'am', 'duty'),
  at('ann', '2026-12-01', 'am', 'duty'),
  at('bob', '2026-12-02', 'am', 'duty'),
  at('bob', DRAWN, 'pm', 'duty'),
  at('bob', '2026-12-01', 'pm'),
  at('ann', '2026-12-04', 'am', 'duty'),
  at('bob', '2026-12-09', 'am', 'duty'),
  at('cat', DRAWN, 'am'),
]

/** Sessions that the tests swap: of GP 1, and of GP 2. */
export const SESSIONS = {
  ann: { monday: moved(DRAWN), tuesday: moved('2026-12-01'), friday: moved('2026-12-04') },
  bob: { tuesday: moved('2026-12-01'), wednesday: moved('2026-12-02'), nextWednesday: moved('2026-12-09') },
} as const

export async function swappingNetwork(
  service: SignedInService,
  browser: Browser,
  ods: string,
): Promise<SwappingNetwork> {
  const headers = { Origin: service.url }
  const administrator = await service.signIn(browser, ADMINISTRATOR, '/settings')
  const sends = async (who: Page, how: 'post' | 'put', path: string, data?: unknown) => {
    const answer = await who.request[how](path, { data, headers })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return answer.json()
  }
  const roles = { manager: 'manager', gp1: 'staff', gp2: 'staff' }
  for (const [name, role] of Object.entries(roles))
    await sends(administrator, 'post', '/v1/people', { email: `${name}@example.org`, grants: [{ role, network: ods }] })
  const manager = await service.signIn(browser, 'manager@example.org', '/settings')
  const given = JSON.parse(await readFile(RECORD, 'utf8'))
  const record = { ...given, network: { ...given.network, ods }, leave: [] }
  await sends(manager, 'put', `/v1/networks/${ods}/record`, record)
  const week = `/v1/networks/${ods}/weeks/${FROM}`
  const drawn = await (await manager.request.get(`/v1/networks/${ods}/weeks/${DRAWN}/proposal`)).text()
  const document = JSON.parse(drawn.replace(/\b20\d\d-\d\d-\d\d\b/g, moved))
  await sends(manager, 'put', `${week}/document`, { ...document, week: { ...document.week, weeks: 2 } })
  const { version } = await sends(manager, 'post', `${week}/rotas`, { assignments: ROTA })
  await sends(manager, 'put', `${week}/rotas/${version}/publication`)
  const people = { gp1: 'ann', gp2: 'bob' }
  const pages: Page[] = []
  for (const [name, person] of Object.entries(people)) {
    const page = await service.signIn(browser, `${name}@example.org`, '/settings')
    await sends(manager, 'put', `/v1/networks/${ods}/people/${person}/account`, { email: `${name}@example.org` })
    await page.clock.setFixedTime(new Date(`${FROM}T05:40:00Z`))
    pages.push(page)
  }
  const [gp1, gp2] = pages
  if (gp1 === undefined || gp2 === undefined) throw new Error('Nobody signed in.')
  return { ods, from: FROM, manager, gp1, gp2 }
}
