/** Everything by keyboard alone, using the names that a screen reader announces. */
import type { Page } from '@playwright/test'
import { expect, test } from '../service.ts'
import { plannedWeek } from '../small-network.ts'

/** Presses Tab until the element with this name has the focus. */
async function tabTo(page: Page, name: RegExp, most = 40): Promise<void> {
  for (let n = 0; n < most; n++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
    })
    if (name.test(focused)) return
  }
  throw new Error(`Nothing named ${name} comes within ${most} presses of Tab.`)
}

const focusedCell = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

test('a network is found and its next week opened without a mouse', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, /^$/)
  await page.getByRole('combobox').focus()
  await page.keyboard.type('West Suffolk Rural')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('West Suffolk Rural PCN')
  await tabTo(page, /next week/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Week from Monday')
})

test('a session is changed, undone, done again, pinned and published without a mouse', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90011' })
  await page.goto(week.page)
  await expect(page.locator('[data-place]').first()).toBeVisible()
  await tabTo(page, /, Monday 30 November, morning: /)
  const first = await focusedCell(page)
  await page.keyboard.press('ArrowRight')
  expect(await focusedCell(page)).toBe(
    await page
      .getByRole('button', { name: `${first.split(',')[0]}, Monday 30 November, afternoon` })
      .first()
      .getAttribute('aria-label'),
  )
  await page.keyboard.press('ArrowLeft')
  await walkTo(page, /: clinic at /)
  const cell = (await focusedCell(page)).replace(/:.*/, '')
  const named = page.getByRole('button', { name: cell }).first()

  await page.keyboard.press('Enter')
  await tabTo(page, /^Keep free/)
  await page.keyboard.press('Enter')
  await expect(named).toHaveAccessibleName(/: nothing planned/)
  await expect(named).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'kept free' })).not.toContainText('Checking')
  await page.keyboard.press('Control+z')
  await expect(named).toHaveAccessibleName(/: clinic at /)
  await page.keyboard.press('Control+y')
  await expect(named).toHaveAccessibleName(/: nothing planned/)

  await page.keyboard.press('Enter')
  await tabTo(page, /^Pin$/)
  await page.keyboard.press('Enter')
  await expect(named).toHaveAccessibleName(/pinned/)

  await expect(page.getByRole('button', { name: 'Publish…' })).toBeEnabled()
  await page.getByRole('button', { name: 'Publish…' }).focus()
  await page.keyboard.press('Enter')
  await tabTo(page, /^Publish this week/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Published' })).toBeVisible()
})

test('an absence is answered without a mouse', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90013' })
  await page.goto(week.page)
  await page.getByRole('button', { name: 'Someone is away' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Who' }).focus()
  await page.keyboard.type('GP partner 2')
  await page.getByRole('combobox', { name: 'First day' }).focus()
  await page.keyboard.type('Tuesday')
  await tabTo(page, /^Who could\?/)
  await page.keyboard.press('Enter')
  const take = page.getByRole('button', { name: /^Take this/ }).first()
  await expect(take).toBeVisible({ timeout: 120_000 })
  await tabTo(page, /^Take this/)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/changed and saved/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^GP partner 2, Tuesday 1 December, morning: away/ })).toBeVisible()
})

test('Escape closes the menu and gives the cell its focus back', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90012' })
  await page.goto(week.page)
  const cell = page.locator('[data-place]').nth(3)
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(cell).toBeFocused()
})

/** Moves down and along the board with the arrow keys until a cell's name matches. */
async function walkTo(page: Page, wanted: RegExp): Promise<void> {
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown']) {
    if (wanted.test(await focusedCell(page))) return
    await page.keyboard.press(key)
  }
  if (!wanted.test(await focusedCell(page))) throw new Error(`No cell on the way says ${wanted}.`)
}
