/** States of the staffing mix page. Listed in page-states.ts. */
import type { Page } from '@playwright/test'
import type { Opening, PageState } from './page-states.ts'
import { expect } from './service.ts'
import { plannedWeek, storedWeek } from './small-network.ts'

const WEEK = 'week=2026-11-30'
const search = (fields: Readonly<Record<string, unknown>>) =>
  Object.entries(fields)
    .map(([name, value]) => `&${name}=${encodeURIComponent(JSON.stringify(value))}`)
    .join('')

/** Waits for the check of the sliders. */
async function expectChecked(page: Page): Promise<void> {
  await expect(page.locator('[data-source="mix"]')).toBeVisible({ timeout: 60_000 })
}

async function openMix({ page, request, ods }: Opening, fields: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await storedWeek(request, { ods })
  await page.goto(`/networks/${ods}/mix?${WEEK}${search(fields)}`)
  await expectChecked(page)
}

const SCENARIOS = [
  { name: 'Two physios', more: { physio: 16 }, also: [] },
  { name: 'One ANP', more: { anp: 8 }, also: [] },
]

export const MIX_STATES: readonly PageState[] = [
  {
    name: 'mix',
    open: async (at) => {
      await openMix(at)
      await expect(at.page.getByRole('table', { name: 'One more session a week, by role' })).toBeVisible({
        timeout: 60_000,
      })
    },
  },
  {
    name: 'mix-changed',
    open: async (at) => {
      await openMix(at, { more: { 'salaried-gp': -5, anp: 9 }, curve: 'anp' })
      await expect(at.page.getByRole('figure', { name: /from ten fewer to ten more/ })).toBeVisible({ timeout: 60_000 })
    },
  },
  {
    name: 'mix-scenarios',
    open: async (at) => {
      await openMix(at, { beside: SCENARIOS })
      await expect(at.page.getByRole('table', { name: 'Scenarios side by side' })).toBeVisible({ timeout: 60_000 })
      await at.page.getByRole('heading', { name: 'Scenarios side by side' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'mix-best-posts',
    open: async (at) => {
      await openMix(at, { spend: 50_000, payer: 'arrs' })
      await expect(at.page.getByText(/of £50,000 a year/)).toBeVisible({ timeout: 60_000 })
      await at.page.getByRole('heading', { name: 'The best posts for a budget' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'mix-absences',
    open: async (at) => {
      await plannedWeek(at.request, { ods: at.ods })
      await at.page.goto(`/networks/${at.ods}/mix?${WEEK}`)
      await at.page.getByRole('button', { name: /Try every absence/ }).click()
      await expect(at.page.getByRole('table', { name: /Chance that urgent need is met/ })).toBeVisible({
        timeout: 120_000,
      })
      await at.page.getByRole('heading', { name: /Which single absence/ }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'week-absences',
    open: async ({ page, request, ods }) => {
      const week = await plannedWeek(request, { ods })
      await page.goto(week.page)
      await page.getByRole('button', { name: 'Whose absence breaks the week?' }).click()
      await expect(page.getByText(/single absences would break the week/)).toBeVisible({ timeout: 60_000 })
    },
  },
  {
    name: 'mix-frontier',
    open: async (at) => {
      await openMix(at)
      await at.page.getByRole('button', { name: 'What would five budgets buy?' }).click()
      const frontier = at.page.getByRole('figure', { name: 'What more money would meet' })
      await expect(frontier.locator('svg')).toBeVisible({ timeout: 120_000 })
      await frontier.evaluate((figure) => figure.scrollIntoView({ block: 'center' }))
    },
  },
  {
    name: 'mix-board',
    open: async ({ page, request, ods }) => {
      await storedWeek(request, { ods })
      await page.goto(`/networks/${ods}/mix/board?${WEEK}${search({ more: { 'salaried-gp': -5, anp: 9 } })}`)
      await expect(page.getByRole('button', { name: 'Print' })).toBeEnabled({ timeout: 60_000 })
    },
  },
  {
    name: 'mix-loading',
    open: async ({ page, request, ods }) => {
      await storedWeek(request, { ods })
      // Never answered, so the page keeps loading.
      await page.route('**/v1/sketches', () => undefined)
      await page.goto(`/networks/${ods}/mix?${WEEK}`)
      await expect(page.getByText('Working out the week…')).toBeVisible()
    },
  },
  {
    name: 'mix-error',
    open: async ({ page, request, ods }) => {
      await storedWeek(request, { ods })
      await page.route('**/v1/sketches', (route) => route.abort())
      await page.goto(`/networks/${ods}/mix?${WEEK}`)
      await expect(page.getByText('The week could not be summed up')).toBeVisible()
    },
  },
  {
    name: 'mix-empty',
    open: async ({ page, request, ods }) => {
      await storedWeek(request, { ods, change: (document) => ({ ...document, people: [] }) })
      await page.goto(`/networks/${ods}/mix?${WEEK}`)
      await expect(page.getByText('Nobody works here yet')).toBeVisible()
    },
  },
  {
    name: 'mix-not-open',
    open: async ({ page, request, ods }) => {
      await storedWeek(request, { ods })
      const grants = [{ role: 'staff', network: ods }]
      await page.route('**/v1/me', (route) =>
        route.fulfill({ json: { actor: 's', name: 'S', via: 'session', grants } }),
      )
      await page.goto(`/networks/${ods}/mix?${WEEK}`)
      await expect(page.getByText('Your role does not include this page.')).toBeVisible()
    },
  },
]
