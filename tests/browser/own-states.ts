/**
 * States of the pages about swaps and the user's own data. Listed in page-states.ts. The service's answers are faked, because these pages
 * require sign-in.
 */
import type { Page } from '@playwright/test'
import type { PageState } from './page-states.ts'
import { expect } from './service.ts'
import { storedRecord } from './small-network.ts'

const ODS = 'U99998'
const FROM = '2026-11-30'
const AT = { site: 'A99901', siteName: 'Alder Road' }
const MORNING = { part: 'am', starts: '08:30', ends: '12:40' }
const AFTERNOON = { part: 'pm', starts: '14:00', ends: '18:10' }

const RULES = {
  sentence: 'The rules allow this swap.',
  better: ['3 more patients are seen on the day.'],
  worse: [],
  breaks: [
    {
      rule: 'fair-shares',
      level: 'wellbeing',
      sentence: 'GP 3 has one duty more than a fair share over twelve weeks.',
    },
  ],
  affected: ['p008'],
}
const FORBIDDEN = {
  ...RULES,
  sentence: 'The rules forbid this swap.',
  better: [],
  breaks: [],
  forbids: [{ rule: 'qualified', level: 'never', sentence: 'GP 5 is not trained for duty.' }],
}

const side = (person: string, name: string, date: string, work: string, when = MORNING) => ({
  ...{ person, name, date, gives: { ...AT, work } },
  ...when,
})
const SIDES = [side('p003', 'GP 3', '2026-12-03', 'duty'), side('p005', 'GP 5', '2026-12-04', 'clinic', AFTERNOON)]

const swap = (id: number, state: string, sides: readonly unknown[]) => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  ...{ network: ODS, weekFrom: FROM, version: 2, state, sides, ...RULES },
  ...{ proposedBy: 'a1', proposedAt: '2026-11-30T07:12:00.000Z' },
  ...(state === 'accepted' ? { settledAt: '2026-11-29T16:05:00.000Z', settledBy: 'm1', published: 2 } : {}),
})
const OPEN = [swap(1, 'agreed', SIDES), swap(2, 'proposed', SIDES.toReversed())]
const SWAPS = [...OPEN, swap(3, 'accepted', SIDES)]

const assigned = (person: string, date: string, part: string, work: string) => ({
  ...{ person, date, part, site: AT.site, work },
})
const PUBLISHED = {
  ...{ network: ODS, networkName: 'Alder Road PCN', weekFrom: FROM, publishedAt: '2026-11-26T10:42:00.000Z' },
  ...{ publishedBy: 'm1', rota: { from: FROM, weeks: 1, version: 2 }, sites: [{ id: AT.site, name: AT.siteName }] },
  parts: [MORNING, AFTERNOON].map(({ part, ...times }) => ({
    ...{ id: part, days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    ...times,
  })),
  people: ['p003', 'p005', 'p008'].map((id) => ({ id, name: `GP ${Number(id.slice(1))}`, role: 'gp' })),
  assignments: [
    assigned('p003', FROM, 'am', 'duty'),
    assigned('p005', FROM, 'pm', 'duty'),
    assigned('p003', FROM, 'pm', 'clinic'),
    assigned('p008', '2026-12-01', 'am', 'duty'),
    assigned('p003', '2026-12-03', 'am', 'duty'),
    assigned('p005', '2026-12-04', 'pm', 'clinic'),
  ],
}

/** The service's answer to a signed-in user. */
function ownWeeks() {
  const own = PUBLISHED.assignments.filter(({ person }) => person === 'p003')
  const sessions = own.map(({ date, part, work }) => ({ date, work, ...AT, ...(part === 'am' ? MORNING : AFTERNOON) }))
  const wishes = { own: { asked: 3, granted: 2 }, everybody: { asked: 30, granted: 21 } }
  const week = { from: FROM, sessions, away: [{ from: '2026-12-02', to: '2026-12-02' }], wishes }
  return { network: ODS, networkName: 'Alder Road PCN', person: 'p003', name: 'GP 3', weeks: [week] }
}

async function signedIn(page: Page, check: unknown = { allowed: true, forbids: [], sides: SIDES, ...RULES }) {
  const answers: Readonly<Record<string, unknown>> = {
    '**/v1/me/weeks*': { people: [ownWeeks()] },
    '**/v1/me/swaps': { swaps: [{ ...swap(2, 'proposed', SIDES.toReversed()), yours: 'asked' }] },
    '**/v1/me/swap-checks': check,
    '**/v1/me/wishes': {
      people: [
        {
          ...{ network: ODS, networkName: 'Alder Road PCN', person: 'p003' },
          wishes: [{ id: 'w1', part: 'fri-pm', want: 'off' }],
        },
      ],
    },
    '**/published': PUBLISHED,
  }
  await page.clock.setFixedTime(new Date(`${FROM}T07:58:00Z`))
  for (const [address, json] of Object.entries(answers)) await page.route(address, (route) => route.fulfill({ json }))
  await page.goto('/my-week')
  await expect(page.getByRole('heading', { name: /^Today/ })).toBeVisible()
}

async function proposing(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Swap a session…' }).click()
  await page.getByRole('combobox', { name: 'You give' }).selectOption('2026-12-03 am')
  await page.getByRole('combobox', { name: 'To' }).selectOption({ label: 'GP 5' })
  await page.getByRole('combobox', { name: 'GP 5 gives' }).selectOption('2026-12-04 pm')
}

async function managing({ page, swaps, check = {} }: { page: Page; swaps: readonly unknown[]; check?: unknown }) {
  await page.route('**/swaps', (route) =>
    route.request().resourceType() === 'fetch' ? route.fulfill({ json: { swaps } }) : route.fallback(),
  )
  await page.route('**/swap-checks', (route) => route.fulfill({ json: check }))
  await page.route('**/published', (route) => route.fulfill({ json: PUBLISHED }))
}

export const OWN_STATES: readonly PageState[] = [
  { name: 'my-week', open: ({ page }) => signedIn(page) },
  {
    name: 'my-week-propose',
    open: async ({ page }) => {
      await signedIn(page)
      await proposing(page)
      await expect(page.getByRole('button', { name: 'Propose this swap' })).toBeVisible()
    },
  },
  {
    name: 'my-week-forbidden',
    open: async ({ page }) => {
      await signedIn(page, { allowed: false, sides: SIDES, ...FORBIDDEN })
      await proposing(page)
      await expect(page.getByText('The rules forbid this swap.')).toBeVisible()
    },
  },
  {
    name: 'my-week-offline',
    open: async ({ page }) => {
      await signedIn(page)
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
  {
    name: 'swaps',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await managing({ page, swaps: SWAPS })
      await page.goto(`/networks/${ods}/swaps`)
      await expect(page.getByRole('heading', { name: 'To decide (2)' })).toBeVisible()
    },
  },
  {
    name: 'swaps-accept',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await managing({ page, swaps: SWAPS, check: { allowed: true, forbids: [], sides: SIDES, ...RULES } })
      await page.goto(`/networks/${ods}/swaps`)
      await page
        .getByRole('button', { name: /^Accept…/ })
        .first()
        .click()
      await expect(page.getByRole('button', { name: 'Accept and publish' })).toBeVisible()
    },
  },
  {
    name: 'swaps-forbidden',
    open: async ({ page, request, ods }) => {
      await storedRecord(request, ods)
      await managing({ page, swaps: SWAPS, check: { allowed: false, sides: SIDES, ...FORBIDDEN } })
      await page.goto(`/networks/${ods}/swaps`)
      await page
        .getByRole('button', { name: /^Accept…/ })
        .first()
        .click()
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
