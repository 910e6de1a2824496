/** A director’s hour: sliders, questions, scenarios that are kept and shared, and a page for the board. */
import { expect, test } from '../service.ts'
import { storedWeek } from '../small-network.ts'

const SOON = { timeout: 60_000 }

test('a slider is answered in the browser, then checked by the service, and its address shows a colleague the same', async ({
  page,
  request,
}) => {
  const ods = 'U90081'
  await storedWeek(request, { ods })
  await page.goto(`/networks/${ods}`)
  await page.getByRole('link', { name: 'Staffing mix' }).click()
  await page.goto(`/networks/${ods}/mix?week=2026-11-30`)
  await expect(page.locator('[data-source="mix"]')).toBeVisible(SOON)
  // From here on the service is silent: what changes is worked out in the browser.
  await page.route('**/v1/comparisons', () => undefined)
  const anp = page.getByRole('slider', { name: 'Advanced nurse practitioner', exact: true })
  await anp.focus()
  for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowRight')
  await expect(anp).toHaveAttribute('aria-valuetext', '7 now, 11 then')
  await expect(page.locator('[data-source="estimate"]')).toBeVisible()
  const left = page.locator('.rota-mix__headline dd').nth(2)
  await expect(left).toContainText('→')
  await page.unroute('**/v1/comparisons')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-source="mix"]')).toBeVisible(SOON)
  await expect(page).toHaveURL(/anp%22%3A5/)
  const said = (await left.textContent()) ?? ''
  await page.reload()
  await expect(page.locator('[data-source="mix"]')).toBeVisible(SOON)
  await expect(left).toHaveText(said)
})

test('a question is one press, and what it changes can be taken back', async ({ page, request }) => {
  const ods = 'U90082'
  await storedWeek(request, { ods })
  await page.goto(`/networks/${ods}/mix?week=2026-11-30`)
  await expect(page.locator('[data-source="mix"]')).toBeVisible(SOON)
  await page.getByRole('button', { name: 'We lose 10% of GP sessions' }).click()
  await expect(page.getByRole('button', { name: /^Take back.*GPs lose 10%/ })).toBeVisible()
  const table = page.getByRole('table', { name: 'Scenarios side by side' })
  await expect(table).toContainText('worse', SOON)
  await page.getByRole('textbox', { name: 'Keep what the sliders show as' }).fill('August')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Side by side' })).toContainText('August: GPs lose 10%')
  await page.getByRole('button', { name: /^Take away.*August/ }).click()
  await page.getByRole('button', { name: /^Set beside.*August/ }).click()
  await expect(table.getByRole('columnheader', { name: 'August' })).toBeVisible(SOON)
})

test('each picture is a table as well, and the board’s page fits on one sheet', async ({ page, request }) => {
  const ods = 'U90083'
  await storedWeek(request, { ods })
  await page.goto(`/networks/${ods}/mix?week=2026-11-30`)
  const picture = page.getByRole('figure', { name: 'Urgent need by weekday (estimate)' })
  await expect(picture.locator('svg')).toBeVisible(SOON)
  await picture.getByRole('button', { name: /Show as table/ }).click()
  await expect(picture.getByRole('row', { name: /^Mon/ })).toBeVisible()
  await page.getByRole('link', { name: 'A page to print for a board' }).click()
  await expect(page.getByRole('button', { name: 'Print' })).toBeEnabled(SOON)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
})
