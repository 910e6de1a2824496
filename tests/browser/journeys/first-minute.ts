/** The first minute: from nothing to a published rota, counting clicks. */
import type { Locator } from '@playwright/test'
import { expect, test } from '../service.ts'
import { plannedWeek, storedWeek } from '../small-network.ts'

/** Two small practices from the real register. */
const NETWORK = { letters: 'West Suffolk Rural', name: /West Suffolk Rural PCN/ }

/** Clicks and counts the clicks. */
function counter() {
  let clicks = 0
  return {
    click: async (what: Locator) => {
      clicks += 1
      await what.click()
    },
    get clicks() {
      return clicks
    },
  }
}

test('the first rota of a network that nobody prepared takes three clicks and no form', async ({ page }) => {
  const user = counter()
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Find your network' }).fill(NETWORK.letters)
  await user.click(page.getByRole('option', { name: NETWORK.name }))
  await user.click(page.getByRole('link', { name: 'Plan next week' }))
  await user.click(page.getByRole('button', { name: 'Make the rota' }))
  await expect(page.getByText('urgent met on the day')).toBeVisible({ timeout: 180_000 })
  await expect(page.getByRole('button', { name: /: clinic at / }).first()).toBeVisible()
  expect(user.clicks).toBeLessThanOrEqual(3)
})

test('a published rota takes six clicks from opening the week, and everybody sees it', async ({ page, request }) => {
  const week = await storedWeek(request, { ods: 'U90001' })
  const user = counter()
  await page.goto(week.page)
  await user.click(page.getByRole('button', { name: 'Make the rota' }))
  await user.click(page.getByRole('button', { name: 'Publish…' }))
  await user.click(page.getByRole('button', { name: 'Publish this week' }))
  await expect(page.getByText('Published', { exact: true }).first()).toBeVisible()
  expect(user.clicks).toBeLessThanOrEqual(6)
  const published = await request.get(`${week.api}/published`)
  expect((await published.json()).assignments.length).toBeGreaterThan(0)
})

test('a solve that is stopped keeps the best rota so far', async ({ page, request }) => {
  const week = await storedWeek(request, {
    ods: 'U90002',
    change: (document) => ({ ...document, solve: { seconds: 120, gap: 0, seed: 1 } }),
  })
  await page.goto(week.page)
  await page.getByRole('button', { name: 'Make the rota' }).click()
  await page.getByRole('button', { name: /^Stop/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Making the rota' })).toHaveCount(0, { timeout: 120_000 })
  await expect(page.getByRole('button', { name: /^Stop/ })).toHaveCount(0)
})

test('an address shows a colleague the same: tab, site, role and day', async ({ page, request, context }) => {
  const week = await plannedWeek(request, { ods: 'U90003' })
  await page.goto(week.page)
  await page.getByRole('button', { name: 'By person' }).click()
  await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Practice nurse' })
  await expect(page.getByRole('rowheader', { name: /^GP partner 1/ })).toHaveCount(0)
  const theirs = await context.newPage()
  await theirs.goto(page.url())
  await expect(theirs.getByRole('button', { name: 'By person' })).toHaveAttribute('aria-current', 'true')
  await expect(theirs.getByRole('combobox', { name: 'Role' })).toHaveValue('practice-nurse')
  await expect(theirs.getByRole('rowheader', { name: /^Nurse 1/ })).toBeVisible()
})
