/** No work is lost through a reload, a killed service, a lost connection, or a colleague's changes. */
import type { Page } from '@playwright/test'
import { expect, test } from '../service.ts'
import { latestVersion, plannedWeek } from '../small-network.ts'

/** A cell with a clinic, found by the name of its person and session. */
async function aClinic(page: Page, nth = 0) {
  const name = await page
    .getByRole('button', { name: /: clinic at / })
    .nth(nth)
    .getAttribute('aria-label')
  return page.getByRole('button', { name: (name ?? '').replace(/:.*/, ''), exact: false }).first()
}

async function keepFree(page: Page, cell: ReturnType<Page['locator']>): Promise<void> {
  await cell.click()
  await page.getByRole('button', { name: /^Keep free/ }).click()
}

const saved = (page: Page) => page.getByText(/changed and saved/)

test('a change is there after a reload, and can still be undone', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90021' })
  await page.goto(week.page)
  const cell = await aClinic(page)
  await keepFree(page, cell)
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(cell).toHaveAccessibleName(/: nothing planned/)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(cell).toHaveAccessibleName(/: clinic at /)
  await expect(saved(page)).toBeVisible()
  expect(await latestVersion(request, week)).toBe(3)
})

test('a change made while the service is down is kept, and stored once it is back', async ({
  page,
  request,
  service,
}) => {
  const week = await plannedWeek(request, { ods: 'U90022' })
  await page.goto(week.page)
  const cell = await aClinic(page)
  await service.kill()
  await keepFree(page, cell)
  await expect(page.getByText(/Not saved yet/)).toBeVisible()
  await service.start()
  await expect(saved(page)).toBeVisible({ timeout: 60_000 })
  await page.reload()
  await expect(cell).toHaveAccessibleName(/: nothing planned/)
})

test('a tab that is closed before the connection comes back loses nothing', async ({ page, request, context }) => {
  const week = await plannedWeek(request, { ods: 'U90023' })
  await page.goto(week.page)
  const cell = await aClinic(page)
  const name = (await cell.getAttribute('aria-label'))?.replace(/:.*/, '') ?? ''
  await context.setOffline(true)
  await keepFree(page, cell)
  await expect(page.getByText(/Not saved yet/)).toBeVisible()
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(week.page)
  await expect(again.getByRole('button', { name }).first()).toHaveAccessibleName(/: nothing planned/)
  await expect(saved(again)).toBeVisible()
})

test('of two who change one week, the second is told and decides', async ({ page, request, browser, service }) => {
  const week = await plannedWeek(request, { ods: 'U90024' })
  const other = await (await browser.newContext({ baseURL: service.url, locale: 'en-GB' })).newPage()
  await Promise.all([page.goto(week.page), other.goto(week.page)])
  const [mine, theirs] = [await aClinic(page, 0), await aClinic(other, 6)]
  const theirName = (await theirs.getAttribute('aria-label'))?.replace(/:.*/, '') ?? ''
  await keepFree(other, theirs)
  await expect(saved(other)).toBeVisible()
  await keepFree(page, mine)
  await expect(page.getByRole('alert').filter({ hasText: 'Somebody else changed this week' })).toBeVisible()
  await page.getByRole('button', { name: 'Add my changes to theirs' }).click()
  await expect(saved(page)).toBeVisible()
  await expect(mine).toHaveAccessibleName(/: nothing planned/)
  await expect(page.getByRole('button', { name: theirName }).first()).toHaveAccessibleName(/: nothing planned/)
  await other.close()
})

test('a solve goes on being shown after a reload', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90025' })
  await page.goto(week.page)
  await page.getByRole('button', { name: 'Make the rest fit' }).click()
  await page.getByRole('button', { name: 'Replan everything else' }).click()
  await expect(page.getByText('Making the rota.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Making the rota.')).toHaveCount(0, { timeout: 120_000 })
  await expect(page.getByText('urgent met on the day')).toBeVisible()
})

test('pages are read though the browser thinks itself offline: the service may be on this machine', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Find your network' }).fill('West Suffolk Rural')
  await page.evaluate(() => window.dispatchEvent(new Event('offline')))
  await page.getByRole('option', { name: /West Suffolk Rural PCN/ }).click()
  await page.getByRole('link', { name: 'Team', exact: true }).first().click()
  await expect(page.getByText('These people are made up')).toBeVisible({ timeout: 20_000 })
})
