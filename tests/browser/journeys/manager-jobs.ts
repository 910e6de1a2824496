/** A practice manager's tasks on a Thursday morning, with the number of clicks. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../service.ts'
import { plannedWeek } from '../small-network.ts'

/** A person's cell, whatever its current text. */
async function cellOf(page: Page, words: RegExp): Promise<Locator> {
  const name = await page.getByRole('button', { name: words }).first().getAttribute('aria-label')
  return page.getByRole('button', { name: (name ?? '').replace(/:.*/, ': ') }).first()
}

const saved = (page: Page) => page.getByText(/changed and saved/)
const line = (page: Page) => page.locator('.rota-saved')

test('Wednesday’s duty gap is filled in two clicks: who could, and the one who does', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90041' })
  await page.goto(week.page)
  const duty = await cellOf(page, /Wednesday 2 December, morning: duty doctor/)
  await duty.click()
  await page.getByRole('button', { name: /^Keep free/ }).click()
  const gap = page.getByRole('listitem').filter({ hasText: /no duty doctor on Wednesday morning/ })
  await expect(gap.first()).toBeVisible()

  await page
    .getByRole('button', { name: /^Who could\?.*no duty doctor on Wednesday morning/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').first().click()
  await expect(line(page)).toContainText(/then has a duty doctor on Wednesday morning/)
  await expect(page.getByRole('button', { name: /^Who could\?.*Wednesday morning/ })).toHaveCount(0)
})

test('a session is dragged to another half-day, and back by Undo', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90042' })
  await page.goto(week.page)
  const from = await cellOf(page, /^Nurse 1, .*: clinic at /)
  const to = await cellOf(page, /^Nurse 1, .*: (nothing planned|not usually at work)/)
  await from.dragTo(to)
  await expect(to).toHaveAccessibleName(/: clinic at /)
  await expect(from).toHaveAccessibleName(/: (nothing planned|not usually at work)/)
  await expect(line(page)).toContainText('Nurse 1 moved from')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(from).toHaveAccessibleName(/: clinic at /)
})

test('a GP who is ill on Tuesday is answered, entered as away, and published', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90043' })
  await page.goto(week.page)
  const ill = await cellOf(page, /^(GP partner|Salaried GP) \d, Tuesday 1 December, morning: (clinic|duty)/)
  const name = ((await ill.getAttribute('aria-label')) ?? '').split(',')[0] ?? ''
  await page.getByRole('button', { name: 'Someone is away' }).click()
  await page.getByRole('combobox', { name: 'Who' }).selectOption({ label: name })
  await page.getByRole('combobox', { name: 'First day' }).selectOption('2026-12-01')
  await page.getByRole('button', { name: 'Who could?' }).click()
  await page
    .getByRole('button', { name: /^Take this/ })
    .first()
    .click({ timeout: 120_000 })
  await expect(ill).toHaveAccessibleName(/: away/)
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish this week' }).click()
  await expect(page.getByRole('button', { name: 'Published' })).toBeVisible()
  const { assignments } = await (await request.get(`${week.api}/published`)).json()
  const id = week.document.people.find((person) => person.name === name)?.id
  const then = assignments.filter(
    (one: { person: string; date: string }) => one.person === id && one.date === '2026-12-01',
  )
  expect(then).toEqual([])
})

test('what was decided by hand stays where it is when the rest is made to fit', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90044' })
  await page.goto(week.page)
  const cell = await cellOf(page, /^(GP partner|Salaried GP) \d, .*: clinic at /)
  await cell.click()
  await page.getByRole('button', { name: /^Keep free/ }).click()
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Make the rest fit' }).click()
  await page.getByRole('button', { name: 'Replan everything else' }).click()
  await expect(page.getByText('Making the rota.')).toBeVisible()
  await expect(page.getByText('Making the rota.')).toHaveCount(0, { timeout: 120_000 })
  await expect(cell).toHaveAccessibleName(/: (nothing planned|not usually at work), pinned/)
})

test('the week is planned around somebody who is ill with as many changes as are allowed, each with what it gains', async ({
  page,
  request,
}) => {
  const week = await plannedWeek(request, { ods: 'U90045' })
  await page.goto(week.page)
  await page.getByRole('button', { name: 'Someone is away' }).click()
  await page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'GP partner 2' })
  await page.getByRole('combobox', { name: 'First day' }).selectOption('2026-12-01')
  await page.getByRole('button', { name: 'Who could?' }).click()
  await page.getByRole('button', { name: 'What would each extra change gain?' }).click()
  const scale = page.getByRole('group', { name: 'Change at most' })
  await expect(scale.getByRole('radio')).toHaveCount(6, { timeout: 120_000 })
  await scale.getByRole('radio', { name: /^3 sessions/ }).check()
  await page.getByRole('button', { name: /^(Change \d|Leave everybody else)/ }).click()
  await expect(saved(page)).toBeVisible()
  const away = page.getByRole('button', { name: 'GP partner 2, Tuesday 1 December, morning: away' })
  await expect(away).toBeVisible()
})

test('a question that takes longer than a moment shows how far it is, and is stopped', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90046' })
  const id = '00000000-0000-4000-8000-000000000001'
  const progress = { doing: 'Planning the week with few changes', step: 2, of: 6, seconds: 9 }
  const operation = { id, kind: 'replan', state: 'running', progress }
  await page.route('**/v1/replans', (route) => route.fulfill({ status: 202, json: operation }))
  await page.route(`**/v1/operations/${id}`, (route) => route.fulfill({ json: operation }))
  await page.goto(week.page)
  await page.getByRole('button', { name: 'Make the rest fit' }).click()
  await page.getByRole('button', { name: 'As little as possible…' }).click()
  await expect(page.getByText('Planning the week with few changes, step 2 of 6…')).toBeVisible()
  const stopped = page.waitForRequest((sent) => sent.method() === 'DELETE' && sent.url().endsWith(id))
  await page.getByRole('button', { name: 'Stop' }).click()
  await stopped
  await expect(page.getByText('step 2 of 6')).toHaveCount(0)
})
