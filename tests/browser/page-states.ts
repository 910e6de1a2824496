/** Every page in every state, by name: the input of the accessibility tests and the screenshots. */
import type { APIRequestContext, Page } from '@playwright/test'
import { FILE_STATES } from './file-states.ts'
import { MIX_STATES } from './mix-states.ts'
import { NETWORK_STATES } from './network-states.ts'
import { OWN_STATES } from './own-states.ts'
import { expect } from './service.ts'
import { plannedWeek, storedWeek } from './small-network.ts'

export interface PageState {
  readonly name: string
  /** Opens the page and waits for it to reach this state. */
  readonly open: (at: Opening) => Promise<void>
}

export interface Opening {
  readonly page: Page
  readonly request: APIRequestContext
  /** A network used only by this state. */
  readonly ods: string
}

const board = (page: Page) => page.locator('[data-place]').first()

async function openPlanned({ page, request, ods }: Opening, query = ''): Promise<void> {
  const week = await plannedWeek(request, { ods })
  await page.goto(week.page + query)
}

/** Two contradictory pins. */
const CLASH = [
  { person: 'p001', date: '2026-11-30', part: 'am', site: 'A99901', work: 'clinic' as const },
  { person: 'p001', date: '2026-11-30', part: 'am', work: 'off' as const },
]

export const PAGE_STATES: readonly PageState[] = [
  {
    name: 'start',
    open: async ({ page }) => {
      await page.goto('/')
      await page.getByRole('combobox').fill('greenw')
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'network',
    open: async ({ page }) => {
      await page.goto('/networks/U39025')
      await expect(page.getByRole('link', { name: /next week/ })).toBeVisible()
    },
  },
  {
    name: 'network-weeks',
    open: async (at) => {
      await openPlanned(at)
      await at.page.getByRole('button', { name: 'Publish…' }).click()
      await at.page.getByRole('button', { name: 'Publish this week' }).click()
      await expect(at.page.getByRole('button', { name: 'Published' })).toBeVisible()
      await at.page.goto(`/networks/${at.ods}`)
      await expect(at.page.getByRole('link', { name: /Print or download/ })).toBeVisible()
    },
  },
  {
    name: 'week-empty',
    open: async ({ page, request, ods }) => {
      const week = await storedWeek(request, { ods })
      await page.goto(week.page)
      await expect(page.getByText('Nothing is planned yet')).toBeVisible()
    },
  },
  {
    name: 'week-loading',
    open: async ({ page, request, ods }) => {
      const week = await storedWeek(request, { ods })
      // Never answered, so the page keeps loading.
      await page.route('**/document', () => undefined)
      await page.goto(week.page)
      await expect(page.getByText('Loading the week…')).toBeVisible()
    },
  },
  {
    name: 'week-error',
    open: async ({ page, request, ods }) => {
      const week = await storedWeek(request, { ods })
      await page.route('**/document', (route) => route.abort())
      await page.goto(week.page)
      await expect(page.getByText('This week could not be read')).toBeVisible()
    },
  },
  {
    name: 'week-unknown',
    open: async ({ page, ods }) => {
      await page.goto(`/networks/${ods}/weeks/2026-11-30`)
      await expect(page.getByText('Nothing is stored for it yet')).toBeVisible()
    },
  },
  {
    name: 'week-draft',
    open: async (at) => {
      await openPlanned(at)
      await expect(board(at.page)).toBeVisible()
    },
  },
  {
    name: 'week-by-person',
    open: async (at) => {
      await openPlanned(at, '?tab=person')
      await expect(board(at.page)).toBeVisible()
    },
  },
  {
    name: 'week-today',
    open: async (at) => {
      await openPlanned(at, '?tab=today&day=2026-12-02')
      await expect(at.page.getByRole('heading', { name: 'Wednesday 2 December' })).toBeVisible()
    },
  },
  {
    name: 'week-menu',
    open: async (at) => {
      await openPlanned(at)
      await at.page
        .getByRole('button', { name: /: clinic at / })
        .nth(2)
        .click()
      await expect(at.page.getByText('working out…')).toHaveCount(0)
    },
  },
  {
    name: 'week-changed',
    open: async (at) => {
      await openPlanned(at)
      await at.page
        .getByRole('button', { name: /: clinic at / })
        .first()
        .click()
      await at.page.getByRole('button', { name: /^Keep free/ }).click()
      await expect(at.page.getByText(/changed and saved/)).toBeVisible()
    },
  },
  {
    name: 'week-publish',
    open: async (at) => {
      await openPlanned(at)
      await at.page.getByRole('button', { name: 'Publish…' }).click()
      await expect(at.page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'week-published',
    open: async (at) => {
      await openPlanned(at)
      await at.page.getByRole('button', { name: 'Publish…' }).click()
      await at.page.getByRole('button', { name: 'Publish this week' }).click()
      await expect(at.page.getByRole('button', { name: 'Published' })).toBeVisible()
    },
  },
  {
    name: 'week-impossible',
    open: async ({ page, request, ods }) => {
      const week = await storedWeek(request, { ods, change: (document) => ({ ...document, pins: CLASH }) })
      await page.goto(week.page)
      await page.getByRole('button', { name: 'Make the rota' }).click()
      await expect(page.getByText(/No rota is possible/)).toBeVisible({ timeout: 120_000 })
    },
  },
  {
    name: 'week-solving',
    open: async ({ page, request, ods }) => {
      const solve = { seconds: 25, gap: 0, seed: 1 }
      const week = await storedWeek(request, { ods, change: (document) => ({ ...document, solve }) })
      await page.goto(week.page)
      await page.getByRole('button', { name: 'Make the rota' }).click()
      await expect(page.getByRole('button', { name: /^Stop/ })).toBeVisible()
    },
  },
  {
    name: 'print-by-person',
    open: async (at) => {
      const week = await plannedWeek(at.request, { ods: at.ods })
      await at.page.goto(`${week.page}/print?by=person`)
      await expect(at.page.getByRole('heading', { name: /^Nurse 1 / })).toBeVisible()
    },
  },
  {
    name: 'week-read-only',
    open: async (at) => {
      const grants = [{ role: 'director', network: at.ods }]
      await at.page.route('**/v1/me', (route) =>
        route.fulfill({ json: { actor: 'd', name: 'D', via: 'session', grants } }),
      )
      await openPlanned(at)
      await expect(at.page.getByText('You can view this but not change it.')).toBeVisible()
    },
  },
  {
    name: 'week-away',
    open: async (at) => {
      await openPlanned(at)
      await at.page.getByRole('button', { name: 'Someone is away' }).click()
      await at.page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'GP partner 2' })
      await at.page.getByRole('button', { name: 'Who could?' }).click()
      await expect(at.page.getByRole('button', { name: /^Take this/ }).first()).toBeVisible({ timeout: 120_000 })
    },
  },
  {
    name: 'week-changes',
    open: async (at) => {
      await openPlanned(at)
      await at.page.getByRole('button', { name: 'Someone is away' }).click()
      await at.page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'GP partner 2' })
      await at.page.getByRole('button', { name: 'Who could?' }).click()
      await at.page.getByRole('button', { name: 'What would each extra change gain?' }).click()
      await at.page.getByRole('radio', { name: /^3 sessions/ }).check({ timeout: 120_000 })
      await expect(at.page.getByRole('button', { name: /^(Change \d|Leave everybody else)/ })).toBeVisible()
    },
  },
  {
    name: 'week-fit',
    open: async (at) => {
      await openPlanned(at)
      await at.page.getByRole('button', { name: 'Make the rest fit' }).click()
      await expect(at.page.getByRole('button', { name: 'Replan everything else' })).toBeVisible()
    },
  },
  {
    name: 'print',
    open: async (at) => {
      const week = await plannedWeek(at.request, { ods: at.ods })
      await at.page.goto(`${week.page}/print`)
      await expect(at.page.getByRole('button', { name: 'Print' })).toBeVisible()
    },
  },
  {
    name: 'no-such-page',
    open: async ({ page, ods }) => {
      await page.goto(`/networks/${ods}/weeks/soon`)
      await expect(page.getByText('is not a date')).toBeVisible()
    },
  },
  ...OWN_STATES,
  ...NETWORK_STATES,
  ...FILE_STATES,
  ...MIX_STATES,
]
