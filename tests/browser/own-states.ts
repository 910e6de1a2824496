/** States of the pages about swaps and about oneself, drawn from a service where people sign in. Listed in page-states.ts. */
import type { Browser, Page } from '@playwright/test'
import type { PageState } from './page-states.ts'
import { expect } from './service.ts'
import { type SignedInService, startWithSignIn } from './signed-in.ts'
import { storedRecord } from './small-network.ts'
import { SESSIONS, type SwappingNetwork, swappingNetwork } from './swapping-network.ts'

const ODS = 'U90920'

interface OwnNetwork extends SwappingNetwork {
  readonly service: SignedInService
}

/** One service for all of these states, started by the first. */
let opened: Promise<OwnNetwork> | null = null

export async function closeOwnStates(): Promise<void> {
  await (await opened)?.service.close()
  opened = null
}

const side = (person: 'ann' | 'bob', date: string, part = 'am') => ({ person, date, part })

/** A swap that is accepted, one that a manager has to decide, and one that GP 1 has been asked for. */
async function begun(browser: Browser): Promise<OwnNetwork> {
  const service = await startWithSignIn()
  const network = await swappingNetwork(service, browser, ODS)
  const { gp1, gp2, manager } = network
  const sends = async (who: Page, how: 'post' | 'put', path: string, data?: unknown) => {
    const answer = await who.request[how](path, { data, headers: { Origin: service.url } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return answer.json()
  }
  const proposed = async (who: Page, swap: readonly ReturnType<typeof side>[]): Promise<string> =>
    (await sends(who, 'post', '/v1/me/swaps', { network: ODS, swap })).id
  const { ann, bob } = SESSIONS
  const done = await proposed(gp1, [side('ann', ann.friday), side('bob', bob.tuesday, 'pm')])
  await sends(gp2, 'put', `/v1/me/swaps/${done}/agreement`)
  await sends(manager, 'put', `/v1/networks/${ODS}/swaps/${done}/acceptance`)
  const agreed = await proposed(gp1, [side('ann', ann.monday), side('bob', bob.nextWednesday)])
  await sends(gp2, 'put', `/v1/me/swaps/${agreed}/agreement`)
  await proposed(gp2, [side('bob', bob.wednesday), side('ann', ann.tuesday)])
  await sends(gp1, 'put', '/v1/me/wishes', { network: ODS, wishes: [{ part: 'fri-pm', want: 'off' }] })
  return { ...network, service }
}

/** The page is signed in as somebody of the network, at the time that the week begins. */
async function signedIn(page: Page, who: 'manager' | 'gp1', path: string): Promise<void> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('A page of no browser.')
  opened ??= begun(browser)
  const network = await opened
  await page.context().addCookies(await network[who].context().cookies())
  await page.clock.setFixedTime(new Date(`${network.from}T07:00:00Z`))
  await page.goto(network.service.url + path)
}

async function ownWeek(page: Page): Promise<void> {
  await signedIn(page, 'gp1', '/my-week')
  await expect(page.getByRole('heading', { name: /^Today/ })).toBeVisible()
}

async function proposing(page: Page, to: string, theirs: string): Promise<void> {
  await ownWeek(page)
  await page.getByRole('button', { name: 'Swap a session…' }).click()
  await page.getByRole('combobox', { name: 'You give' }).selectOption(`${SESSIONS.ann.monday} am`)
  await page.getByRole('combobox', { name: 'To' }).selectOption({ label: `${to} (another role)` })
  await page.getByRole('combobox', { name: `${to} gives` }).selectOption(theirs)
}

async function deciding(page: Page): Promise<void> {
  await signedIn(page, 'manager', `/networks/${ODS}/swaps`)
  await expect(page.getByRole('heading', { name: 'To decide (2)' })).toBeVisible()
}

const accept = (page: Page) =>
  page
    .getByRole('button', { name: /^Accept…/ })
    .first()
    .click()

/** Only a week that has changed since can have it: what the service would say then. */
const FORBIDDEN = {
  ...{ allowed: false, sides: [], better: [], worse: [], breaks: [], affected: [] },
  forbids: [{ rule: 'qualified', level: 'never', sentence: 'GP 2 is not trained for duty.' }],
  sentence: 'The rules forbid this swap.',
}

export const OWN_STATES: readonly PageState[] = [
  { name: 'my-week', open: ({ page }) => ownWeek(page) },
  {
    name: 'my-week-propose',
    open: async ({ page }) => {
      await proposing(page, 'GP 2', `${SESSIONS.bob.nextWednesday} am`)
      await expect(page.getByRole('button', { name: 'Propose this swap' })).toBeVisible()
    },
  },
  {
    name: 'my-week-forbidden',
    open: async ({ page }) => {
      await proposing(page, 'Nurse 1', 'nothing')
      await expect(page.getByText(/The rules forbid/)).toBeVisible()
    },
  },
  {
    name: 'my-week-offline',
    open: async ({ page }) => {
      await ownWeek(page)
      await page.route('**/v1/me/**', (route) => route.abort())
      await page.reload()
      await expect(page.getByText('No connection.')).toBeVisible()
    },
  },
  {
    name: 'my-week-empty',
    open: async ({ page }) => {
      await page.goto('/my-week')
      await expect(page.getByText('Your sessions will appear here')).toBeVisible()
    },
  },
  { name: 'swaps', open: ({ page }) => deciding(page) },
  {
    name: 'swaps-accept',
    open: async ({ page }) => {
      await deciding(page)
      await accept(page)
      await expect(page.getByRole('button', { name: 'Accept and publish' })).toBeVisible()
    },
  },
  {
    name: 'swaps-forbidden',
    open: async ({ page }) => {
      await page.route('**/swap-checks', (route) => route.fulfill({ json: FORBIDDEN }))
      await deciding(page)
      await accept(page)
      await expect(page.getByText('It cannot be accepted as the week stands')).toBeVisible()
    },
  },
  {
    name: 'swaps-empty',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/swaps`)
      await expect(page.getByText('No swaps are waiting for an answer.')).toBeVisible()
    },
  },
]
