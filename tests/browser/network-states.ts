/** States of the pages about a whole network: the team, and the settings it is planned by. Listed in page-states.ts. */
import type { Page } from '@playwright/test'
import type { PageState } from './page-states.ts'
import { expect } from './service.ts'
import { publishedNetwork, storedRecord, storedWeek } from './small-network.ts'
import { countsByDay } from './uploads.ts'

/** A network of two practices for which no test stores anything. (files.ts imports a team for U92223.) */
const PROPOSED = 'U05632'

const INVENTED = ['Alder Road', 'Elm Park', 'Birch Lane', 'Dove Street', 'Fern Lane', 'Greenway Surgery']

/** In screenshots, synthetic people must never appear under a real network's name. */
async function inventNames(page: Page): Promise<void> {
  await page.route(`**/v1/networks/${PROPOSED}/**`, async (route) => {
    const response = await route.fetch()
    const json = await response.json()
    for (const [n, site] of (json.sites ?? []).entries()) site.name = INVENTED[n % INVENTED.length]
    if (json.network?.name !== undefined) json.network.name = 'Greenway PCN'
    await route.fulfill({ response, json })
  })
}

/** Hides keys in screenshots, even revoked ones. */
async function maskKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const mask = (text: string) => text.replace(/rota_[\w-]+/g, (key) => `rota_${'•'.repeat(key.length - 5)}`)
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) words.currentNode.nodeValue = mask(words.currentNode.nodeValue ?? '')
  })
}

export const NETWORK_STATES: readonly PageState[] = [
  {
    name: 'team',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/team`)
      await expect(page.getByRole('button', { name: 'GP 2' })).toBeVisible()
    },
  },
  {
    name: 'team-proposed',
    open: async ({ page }) => {
      await inventNames(page)
      await page.goto(`/networks/${PROPOSED}/team`)
      await expect(page.getByText('These people are made up')).toBeVisible()
      await expect(page.getByRole('button', { name: 'GP partner 1' })).toBeVisible()
    },
  },
  {
    name: 'team-person',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/team`)
      await page.getByRole('button', { name: 'GP 2' }).click()
      await expect(page.getByRole('table', { name: 'Usual week B' })).toBeVisible()
    },
  },
  {
    name: 'team-conflict',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/team`)
      await page.getByRole('button', { name: 'GP 1' }).click()
      const theirs = { data: { closed: [] }, headers: { 'If-Match': '*' } }
      expect((await request.patch(`/v1/networks/${ods}/record`, theirs)).status()).toBe(200)
      await page.getByRole('spinbutton', { name: 'Sessions a week' }).fill('7')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert')).toContainText('Somebody else has changed this network')
    },
  },
  {
    name: 'team-read-only',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      const grants = [{ role: 'director', network: ods }]
      await page.route('**/v1/me', (route) =>
        route.fulfill({ json: { actor: 'd', name: 'D', via: 'session', grants } }),
      )
      await page.goto(`/networks/${ods}/team`)
      await expect(page.getByText('You can view this but not change it.')).toBeVisible()
      await expect(page.getByRole('rowheader', { name: 'GP 2' })).toBeVisible()
    },
  },
  {
    name: 'team-loading',
    open: async ({ page, ods }) => {
      // Never answered, so the page keeps loading.
      await page.route('**/record', () => undefined)
      await page.goto(`/networks/${ods}/team`)
      await expect(page.getByText('Loading the team…')).toBeVisible()
    },
  },
  {
    name: 'team-error',
    open: async ({ page, ods }) => {
      await page.route('**/record', (route) => route.abort())
      await page.goto(`/networks/${ods}/team`)
      await expect(page.getByText('The team could not be read')).toBeVisible()
    },
  },
  {
    name: 'team-leave',
    open: async ({ page }) => {
      await inventNames(page)
      await page.goto(`/networks/${PROPOSED}/team?tab=leave&month=2026-12`)
      await expect(page.getByText('Days to check')).toBeVisible()
    },
  },
  {
    name: 'team-grant-leave',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/team?tab=leave&month=2026-12`)
      await page.getByRole('button', { name: 'Grant leave' }).click()
      await page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'GP 2' })
      await page.getByLabel('First day').fill('2026-12-07')
      await page.getByLabel('Last day').fill('2026-12-08')
      await page.getByRole('button', { name: 'What would it do?' }).click()
      await expect(page.getByRole('heading', { name: /^Week from/ })).toBeVisible()
    },
  },
  {
    name: 'rules',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/rules`)
      await page.getByText('Nobody travels between sites').click()
      await expect(page.getByRole('spinbutton', { name: /rests for/ })).toHaveValue('11')
    },
  },
  {
    name: 'fairness',
    open: async ({ page, request }) => {
      const { ods } = await publishedNetwork(request)
      await page.goto(`/networks/${ods}/fairness?kind=duties`)
      await expect(page.getByRole('figure')).toContainText('GP 1')
    },
  },
  {
    name: 'week-calendar-links',
    open: async ({ page, request, ods }) => {
      const { document, page: board, api } = await storedWeek(request, { ods })
      const [[person], [site]] = [document.people, document.sites]
      const one = { person: person?.id, date: document.week.from, part: 'am', site: site?.id, work: 'clinic' }
      expect((await request.post(`${api}/rotas`, { data: { assignments: [one] } })).status()).toBe(201)
      expect((await request.put(`${api}/rotas/1/publication`)).status()).toBe(200)
      await page.goto(board)
      await page.getByRole('button', { name: 'Calendar links…' }).click()
      await page.getByRole('combobox', { name: 'For' }).selectOption({ index: 2 })
      await page.getByRole('button', { name: 'Make a link' }).click()
      await expect(page.getByRole('link', { name: 'Save as a calendar file' })).toBeVisible()
    },
  },
  {
    name: 'swaps-record',
    open: async ({ page, request }) => {
      const { ods } = await publishedNetwork(request)
      await page.goto(`/networks/${ods}/swaps`)
      await page.getByRole('button', { name: 'Record a swap…' }).click()
      await page.getByRole('combobox', { name: 'Who gives a session' }).selectOption({ label: 'GP 1' })
      await expect(page.getByRole('combobox', { name: 'Which one' })).toBeVisible()
    },
  },
  {
    name: 'fairness-empty',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await page.goto(`/networks/${ods}/fairness`)
      await expect(page.getByText('none is published yet')).toBeVisible()
    },
  },
  {
    name: 'demand',
    open: async ({ page, request }) => {
      const { ods, from } = await publishedNetwork(request)
      await page.goto(`/networks/${ods}/demand?week=${from}`)
      await expect(page.getByRole('figure')).toContainText('a week')
    },
  },
  {
    name: 'demand-table',
    open: async ({ page, request }) => {
      const { ods, from } = await publishedNetwork(request)
      await page.goto(`/networks/${ods}/demand?week=${from}&as=table`)
      await expect(page.getByRole('table', { name: 'Contacts that arrive, and contacts seen' })).toBeVisible()
    },
  },
  {
    name: 'demand-forecast',
    open: async ({ page, request }) => {
      const { ods, from } = await publishedNetwork(request)
      await page.goto(`/networks/${ods}/demand?week=${from}`)
      await page.getByLabel('Counts by day').setInputFiles(countsByDay())
      const table = page.getByRole('table', { name: 'Contacts in this week' })
      await expect(table).toContainText('off on an average day')
      await table.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'history',
    open: async ({ page, request }) => {
      const { ods, from } = await publishedNetwork(request)
      await page.goto(`/networks/${ods}/history?week=${from}&version=1`)
      await expect(page.getByRole('table', { name: 'Side by side' })).toBeVisible()
    },
  },
  {
    name: 'history-empty',
    open: async ({ page, ods }) => {
      await page.goto(`/networks/${ods}/history`)
      await expect(page.getByText('No rota has been made yet')).toBeVisible()
      await expect(page.getByText('Nothing has happened yet')).toBeVisible()
    },
  },
  {
    name: 'evidence',
    open: async ({ page, request }) => {
      const { ods } = await publishedNetwork(request)
      await page.goto(`/networks/${ods}/evidence`)
      await expect(page.getByRole('table', { name: 'Access, as planned' })).toBeVisible()
    },
  },
  {
    name: 'settings-people',
    open: async ({ page, request }) => {
      const data = { email: 'ada@example.nhs.uk', grants: [{ role: 'manager', network: 'U90700' }] }
      await request.post('/v1/people', { data })
      await page.goto('/settings')
      await expect(page.getByRole('rowheader', { name: /ada@example/ })).toBeVisible()
    },
  },
  {
    name: 'settings-take-away',
    open: async ({ page, request }) => {
      const data = { email: 'bea@example.nhs.uk', grants: [{ role: 'manager', network: 'U90700' }] }
      await request.post('/v1/people', { data })
      await page.goto('/settings')
      await page.getByRole('button', { name: 'Take access away… from bea@example.nhs.uk' }).click()
      await expect(page.getByRole('button', { name: 'Take access away', exact: true })).toBeVisible()
    },
  },
  {
    name: 'settings-keys',
    open: async ({ page }) => {
      await page.goto('/settings?tab=keys')
      await page.getByRole('textbox', { name: 'System' }).fill('Appointment book')
      await page.getByRole('textbox', { name: 'Network' }).fill('U90700')
      await page.getByRole('button', { name: 'Create a key' }).click()
      await expect(page.getByText('shown only now')).toBeVisible()
      await maskKeys(page)
    },
  },
  {
    name: 'settings-revoke',
    open: async ({ page, request }) => {
      const grants = [{ role: 'staff', network: 'U90700' }]
      await request.post('/v1/keys', { data: { name: 'Waiting room screen', grants, days: 30 } })
      await page.goto('/settings?tab=keys')
      await page.getByRole('button', { name: 'Revoke… the key of Waiting room screen' }).first().click()
      await expect(page.getByRole('button', { name: 'Revoke the key' })).toBeVisible()
      await maskKeys(page)
    },
  },
  {
    name: 'settings-webhooks',
    open: async ({ page, request }) => {
      const { ods } = await publishedNetwork(request)
      await page.goto(`/settings?tab=webhooks&network=${ods}`)
      await expect(page.getByText('No other system is told')).toBeVisible()
    },
  },
  {
    name: 'settings-storage',
    open: async ({ page, request }) => {
      const { ods } = await publishedNetwork(request)
      await page.goto(`/settings?tab=storage&network=${ods}`)
      await expect(page.getByRole('combobox', { name: 'Who did what' })).toBeVisible()
    },
  },
]
