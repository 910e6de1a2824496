/** Rules as sentences, and the figures that are read off published weeks. */
import { expect, test } from '../service.ts'
import { publishedNetwork, readRecord, storedRecord } from '../small-network.ts'

test('a rule’s number is changed in its sentence, a preset sets several, and a default is not stored', async ({
  page,
  request,
}) => {
  const ods = 'U90061'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/rules`)
  const rest = page.getByRole('spinbutton', { name: /rests for/ })
  await rest.fill('12')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Everybody rests for 12 hours between one day’s work and the next. Saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Careful' }).click()
  await expect(page.getByText('Rules are set as in “Careful”. Saved.')).toBeVisible()
  expect((await readRecord(request, ods)).rules).toEqual({
    rest: { hours: 12 },
    'safe-workload': { preset: 'BMA_SAFE' },
    'duty-in-a-day': { atMost: 1 },
    'working-week': { longDays: 0 },
    'fair-shares': { allowance: 0.5 },
  })
  await page.getByRole('button', { name: 'As most work' }).click()
  await expect(page.getByText('Rules are set as in “As most work”. Saved.')).toBeVisible()
  await rest.fill('11')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/rests for 11 hours/)).toBeVisible()
  expect((await readRecord(request, ods)).rules ?? {}).toEqual({})
})

test('a rule that a practice does not want no longer counts in its weeks', async ({ page, request }) => {
  const ods = 'U90062'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/rules`)
  const row = page.getByRole('listitem').filter({ hasText: 'shared fairly, give or take' })
  await row.getByText('Why').click()
  await row.getByRole('checkbox', { name: 'This rule counts' }).uncheck()
  await expect(row).toContainText('Not counted.')
  await expect(page.getByText(/no longer counts. Saved./)).toBeVisible()
  const week = await (await request.get(`/v1/networks/${ods}/weeks/2026-12-07/proposal`)).json()
  expect(week.rules['fair-shares']).toBe(false)
})

test('fair shares are counted from what is published, person by person and as bars', async ({ page, request }) => {
  const { ods } = await publishedNetwork(request)
  const { people } = await (await request.get(`/v1/networks/${ods}/fairness?weeks=12`)).json()
  const first = people[0]
  await page.goto(`/networks/${ods}/fairness`)
  await page.getByRole('button', { name: 'Duties' }).click()
  await expect(page).toHaveURL(/kind=duties/)
  await expect(page.getByRole('figure').getByRole('listitem').filter({ hasText: first.name })).toContainText(
    `(${first.duties}, fair`,
  )
  await expect(page.getByRole('row', { name: new RegExp(`^${first.name}`) })).toContainText(String(first.sessions))
})
