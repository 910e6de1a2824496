/** Rules as sentences, and figures from published weeks. */
import { expect, test } from '../service.ts'
import { publishedNetwork, readRecord, storedRecord } from '../small-network.ts'
import { countsByDay } from '../uploads.ts'

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
  await expect(page.getByText('Rules set to “Careful”. Saved.')).toBeVisible()
  expect((await readRecord(request, ods)).rules).toEqual({
    rest: { hours: 12 },
    'safe-workload': { preset: 'BMA_SAFE' },
    'duty-in-a-day': { atMost: 1 },
    'working-week': { longDays: 0 },
    'fair-shares': { allowance: 0.5 },
  })
  await page.getByRole('button', { name: 'Typical' }).click()
  await expect(page.getByText('Rules set to “Typical”. Saved.')).toBeVisible()
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
  await row.getByRole('checkbox', { name: 'This rule applies' }).uncheck()
  await expect(row).toContainText('Switched off.')
  await expect(page.getByText(/is switched off. Saved./)).toBeVisible()
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

test('demand is shown by need and day against what the rota sees, as a chart and as the same numbers', async ({
  page,
  request,
}) => {
  const { ods, from } = await publishedNetwork(request)
  const document = await (await request.get(`/v1/networks/${ods}/weeks/${from}/document`)).json()
  const { report } = await (await request.get(`/v1/networks/${ods}/weeks/${from}/rotas/1`)).json()
  const of = (rows: readonly { need: string; date: string; contacts: number }[]) =>
    rows.filter(({ need, date }) => need === 'urgent' && date === from).reduce((sum, { contacts }) => sum + contacts, 0)
  const [arrives, seen] = [Math.round(of(document.demand)), Math.round(of(report.clinics))]
  await page.goto(`/networks/${ods}/demand?week=${from}`)
  await expect(page.getByRole('figure')).toContainText(`Mon 30: ${arrives} arrive, ${seen} seen`)
  await page.getByRole('button', { name: 'Table' }).click()
  await expect(
    page
      .getByRole('row', { name: /^Urgent, not yet sorted/ })
      .getByRole('cell')
      .first(),
  ).toHaveText(`${arrives}, seen ${seen}`)
})

test('an ordinary week and a time that differs are entered, and next weeks are drawn from them', async ({
  page,
  request,
}) => {
  const ods = 'U90063'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/demand`)
  await page.getByRole('spinbutton', { name: 'Back, joint and muscle' }).fill('55')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Back, joint and muscle: 55 contacts .* Saved./)).toBeVisible()
  await page.getByRole('spinbutton', { name: 'Of usual' }).fill('150')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText(/Everything: 150% of usual, .* Saved./)).toBeVisible()
  const { demand } = await readRecord(request, ods)
  expect(demand?.weekly).toEqual([{ site: 'fern', need: 'msk', contacts: 55 }])
  expect(demand?.events?.[0]?.factor).toBe(1.5)
})

test('counts become a forecast that says how wrong it would have been, and the week is planned for it', async ({
  page,
  request,
}) => {
  const [ods, from] = ['U90064', '2026-12-07']
  await storedRecord(request, ods)
  const urgent = async () => {
    const { demand } = await (await request.get(`/v1/networks/${ods}/weeks/${from}/proposal`)).json()
    const own = demand.filter(({ need }: { need: string }) => need === 'urgent')
    return own.reduce((sum: number, { contacts }: { contacts: number }) => sum + contacts, 0)
  }
  const before = await urgent()
  await page.goto(`/networks/${ods}/demand?week=${from}`)
  await page.getByLabel('Counts by day').setInputFiles(countsByDay())
  const row = page.getByRole('table', { name: 'Contacts in this week' }).getByRole('row', { name: /^Urgent/ })
  await expect(row).toContainText(/\d% off on an average day/)
  const forecast = Number(await row.getByRole('cell').nth(1).textContent())
  await page.getByRole('button', { name: 'Plan this week for the forecast' }).click()
  await expect(page.getByText('This week is planned for the forecast.')).toBeVisible()
  await expect(row.getByRole('cell').first()).toHaveText(String(forecast))
  expect(Math.abs((await urgent()) - forecast)).toBeLessThan(1.5)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Plan this week for the forecast' })).toBeVisible()
  expect(await urgent()).toBe(before)
})

test('a version made by hand stands beside what is published: figures, and whose sessions differ', async ({
  page,
  request,
}) => {
  const { ods, from } = await publishedNetwork(request)
  const api = `/v1/networks/${ods}/weeks/${from}/rotas`
  const { report } = await (await request.get(`${api}/1`)).json()
  const [gone, ...assignments] = report.assignments
  expect((await request.post(api, { data: { assignments } })).ok()).toBe(true)
  await page.goto(`/networks/${ods}/weeks/${from}`)
  await page.getByRole('link', { name: 'Compare with published' }).click()
  await expect(page).toHaveURL(/version=2/)
  await expect(page.getByRole('heading', { name: '1 session differs' })).toBeVisible()
  const { people } = await (await request.get(`/v1/networks/${ods}/weeks/${from}/document`)).json()
  const name = people.find(({ id }: { id: string }) => id === gone.person).name
  await expect(page.getByRole('table', { name: 'Sessions that differ' })).toContainText(name)
  await expect(page.getByRole('table', { name: 'Newest first', exact: true })).toContainText('published the rota')
  await page.getByRole('button', { name: /^Put this version on the board.*version 1/ }).click()
  await expect(page).toHaveURL(new RegExp(`weeks/${from}$`))
  const { rotas } = await (await request.get(api)).json()
  const again = await (await request.get(`${api}/${rotas[0].version}`)).json()
  expect([rotas[0].version, again.assignments]).toEqual([3, report.assignments])
})

test('the evidence page reads as the service tells it, for the time that is asked for', async ({ page, request }) => {
  const { ods } = await publishedNetwork(request)
  const { sentences } = await (await request.get(`/v1/networks/${ods}/evidence?from=2026-11-01&to=2026-12-31`)).json()
  await page.goto(`/networks/${ods}/evidence?from=2026-11-01&to=2026-12-31`)
  for (const sentence of sentences) await expect(page.getByText(sentence)).toBeVisible()
  await page.getByLabel('to').fill('2026-11-08')
  await page.keyboard.press('Tab')
  await page.getByLabel('Weeks from').focus()
  await expect(page.getByText('No week of this time is published')).toBeVisible()
})
