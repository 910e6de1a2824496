/** A director’s hour: sliders, questions, saved and shared scenarios, and a page for the board. */
import { expect, test } from '../service.ts'
import { plannedWeek, storedWeek } from '../small-network.ts'

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
  // The service doesn't answer from here on: changes must be computed in the browser.
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
  await expect(page.getByRole('button', { name: /^Remove.*GPs lose 10%/ })).toBeVisible()
  const table = page.getByRole('table', { name: 'Scenarios side by side' })
  await expect(table).toContainText('worse', SOON)
  await page.getByRole('textbox', { name: 'Save these sliders as' }).fill('August')
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

test('a check with full rotas can be stopped and asked again, and then replaces what was shown', async ({
  page,
  request,
}) => {
  const ods = 'U90084'
  await storedWeek(request, { ods, change: (document) => ({ ...document, solve: { gap: 0.2, seed: 1 } }) })
  await page.goto(`/networks/${ods}/mix?week=2026-11-30`)
  await expect(page.locator('[data-source="mix"]')).toBeVisible(SOON)
  await page.getByRole('button', { name: 'Check with a full rota', exact: true }).click()
  const planning = page.getByRole('status').filter({ hasText: 'Planning two complete rotas' })
  await planning.getByRole('button', { name: 'Stop' }).click()
  const stopped = page.getByRole('alert').filter({ hasText: 'Stopped.' })
  await expect(stopped).toBeVisible()
  await stopped.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.locator('[data-source="rota"]')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('Taken from two complete rotas, now and then.')).toBeVisible()
})

test('a conclusion is tried on the evidence, and five sums stand beside England’s average team', async ({
  page,
  request,
}) => {
  const ods = 'U90085'
  await storedWeek(request, { ods })
  await page.goto(`/networks/${ods}/mix?week=2026-11-30`)
  await expect(page.locator('[data-source="mix"]')).toBeVisible(SOON)
  await page.getByRole('button', { name: 'We lose 10% of GP sessions' }).click()
  const table = page.getByRole('table', { name: 'Scenarios side by side' })
  await expect(table).toContainText('worse', SOON)
  await page.getByRole('button', { name: 'Does it hold up on the evidence?' }).click()
  await expect(table.getByRole('row', { name: /^On the evidence/ })).toContainText('worse than now', SOON)
  await page.getByRole('button', { name: 'What would five budgets buy?' }).click()
  const frontier = page.getByRole('figure', { name: 'What more money would meet' })
  await expect(frontier.getByRole('row')).toHaveCount(8, { timeout: 120_000 })
  await expect(frontier.getByRole('rowheader', { name: 'England’s average team' })).toHaveCount(1)
  await expect(frontier.locator('svg').getByText('England’s')).toBeVisible()
})

test('whose absence breaks the week is marked on the board, until the rota is another one', async ({
  page,
  request,
}) => {
  const week = await plannedWeek(request, { ods: 'U90086' })
  await page.goto(week.page)
  await page.getByRole('button', { name: 'Whose absence breaks the week?' }).click()
  const told = page.getByRole('status').filter({ hasText: 'would break the week' })
  await expect(told).toBeVisible(SOON)
  const count = Number.parseInt((await told.textContent()) ?? '', 10)
  expect(count).toBeGreaterThan(0)
  const marked = page.getByRole('rowheader', { name: /absence breaks the week/ })
  await expect(marked).toHaveCount(count)
  await page.getByText('What would be missing').click()
  await expect(page.getByText(/^Without .* (is|are) (missing|not met)/)).toHaveCount(count)
  await page.locator('.rota-cell--clinic').first().click()
  await page.getByRole('button', { name: /^Keep free/ }).click()
  await expect(page.getByText('The rota has changed since absences were tried')).toBeVisible()
  await expect(marked).toHaveCount(0)
})
