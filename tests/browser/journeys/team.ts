/** Editing the team's record: saved immediately, undone, and never overwriting a colleague's change. */
import { expect, test } from '../service.ts'
import { readRecord, storedRecord } from '../small-network.ts'

test('a contract and week B are changed in place, are there after a reload, and are taken back', async ({
  page,
  request,
}) => {
  const ods = 'U90051'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/team`)
  await page.getByRole('button', { name: 'GP 2' }).click()
  await page.getByRole('spinbutton', { name: 'Sessions a week' }).fill('5')
  await page.keyboard.press('Enter')
  await expect(page.getByText('GP 2 has 5 sessions a week. Saved.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Usual week B: Thursday pm' }).uncheck()
  await expect(page.getByText('GP 2 no longer works on Thursday pm, week B. Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('row', { name: /^GP 2/ })).toContainText('B: Mon, Thu am')
  const bob = (await readRecord(request, ods)).people.find(({ id }) => id === 'bob')
  expect(bob?.contract.sessions).toBe(5)
  expect(bob?.patterns?.map(({ works }) => works?.length)).toEqual([7, 3])

  await page.getByRole('button', { name: 'GP 2' }).click()
  await page.getByRole('checkbox', { name: 'Usual week B: Monday am' }).uncheck()
  await expect(page.getByText(/Monday am, week B. Saved./)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/^Undone: .* Saved./)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Usual week B: Monday am' })).toBeChecked()
})

test('of two who change one person, the second is told and puts their change on top', async ({
  page,
  request,
  browser,
  service,
}) => {
  const ods = 'U90052'
  await storedRecord(request, ods)
  const other = await (await browser.newContext({ baseURL: service.url, locale: 'en-GB' })).newPage()
  await Promise.all([page, other].map((one) => one.goto(`/networks/${ods}/team`)))
  for (const one of [page, other]) await one.getByRole('button', { name: 'GP 1' }).click()
  await other.getByRole('spinbutton', { name: 'Extra if agreed' }).fill('1')
  await other.keyboard.press('Enter')
  await expect(other.getByText(/Saved\./)).toBeVisible()
  await page.getByRole('spinbutton', { name: 'Sessions a week' }).fill('7')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Somebody else has changed this network')
  const ann = async () => (await readRecord(request, ods)).people.find(({ id }) => id === 'ann')
  expect((await ann())?.contract).toEqual({ sessions: 8, flex: 1 })
  await page.getByRole('button', { name: 'Add my changes to theirs' }).click()
  await expect(page.getByText('GP 1 has 7 sessions a week. Saved.')).toBeVisible()
  expect((await ann())?.contract).toEqual({ sessions: 7, flex: 1 })
  await other.close()
})

test('what the service does not accept is said, and the record stays as it was', async ({ page, request }) => {
  const ods = 'U90053'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/team`)
  await page.getByRole('button', { name: 'Pharmacist 1' }).click()
  await page.getByLabel('Last day').fill('2026-12-01')
  await page.keyboard.press('Tab')
  await page.getByLabel('First day').focus()
  await expect(page.getByRole('alert')).toContainText('This change was not saved')
  await page.getByRole('button', { name: 'Leave it as it was' }).click()
  await expect(page.getByLabel('Last day')).toHaveValue('')
  expect((await readRecord(request, ods)).people.find(({ id }) => id === 'eve')?.until).toBeUndefined()
})

test('somebody who joins is added, and told of among those who come and go', async ({ page, request }) => {
  const ods = 'U90054'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/team`)
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Nurse 2')
  await page.getByRole('dialog').getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Practice nurse' })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('Nurse 2 added. Saved.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Change Nurse 2' })).toBeVisible()
  expect((await readRecord(request, ods)).people.map(({ name }) => name)).toContain('Nurse 2')
  const week = await request.get(`/v1/networks/${ods}/weeks/2026-12-07/proposal`)
  expect((await week.json()).people.map(({ name }: { name: string }) => name)).toContain('Nurse 2')
})

test('leave is asked about, granted, shown where it clashes, and taken back', async ({ page, request }) => {
  const ods = 'U90055'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/team?tab=leave&month=2026-12`)
  await page.getByRole('button', { name: 'Grant leave' }).click()
  await page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'GP 2' })
  await page.getByLabel('First day').fill('2026-12-07')
  await page.getByLabel('Last day').fill('2026-12-08')
  await page.getByRole('button', { name: 'What would it do?' }).click()
  await expect(page.getByRole('dialog')).toContainText(/duty/)
  await page.getByRole('button', { name: 'Grant it' }).click()
  await expect(page.getByText(/GP 2’s leave, .* granted. Saved./)).toBeVisible()
  await expect(page.getByRole('row', { name: /^GP 2 Monday 7 December to Tuesday 8 December/ })).toBeVisible()
  await page.getByRole('button', { name: /^Cancel GP 2/ }).click()
  await expect(page.getByText(/GP 2’s leave, .* cancelled. Saved./)).toBeVisible()
  expect((await readRecord(request, ods)).leave?.length).toBe(1)
})

test('leave is granted for the days entered by mouse and keyboard, and never for fewer or more', async ({
  page,
  request,
}) => {
  const ods = 'U90056'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/team?tab=leave&month=2027-02`)
  await page.getByRole('button', { name: 'Grant leave' }).click()
  await page.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'GP 2' })
  // Day and month are the same number, because browsers differ in which comes first.
  const typeInto = async (label: string, digits: string) => {
    const box = await page.getByLabel(label).boundingBox()
    if (box === null) throw new Error(`${label} is not in sight.`)
    await page.mouse.click(box.x + 16, box.y + box.height / 2)
    await page.keyboard.type(digits)
  }
  await typeInto('First day', '02022027')
  await expect(page.getByLabel('Last day')).toHaveValue('2027-02-02')
  await typeInto('Last day', '03032027')
  await expect(page.getByText('GP 2 would be away Tuesday 2 February to Wednesday 3 March.')).toBeVisible()
  await typeInto('First day', '04042027')
  await expect(
    page.getByText('The last day, Wednesday 3 March, is before the first day, Sunday 4 April.'),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Grant it' })).toBeDisabled()
  await typeInto('First day', '01012027')
  await page.getByRole('button', { name: 'Grant it' }).click()
  await expect(page.getByText(/GP 2’s leave, .* granted. Saved./)).toBeVisible()
  const granted = (await readRecord(request, ods)).leave?.at(-1)
  expect(granted).toMatchObject({ person: 'bob', from: '2027-01-01', to: '2027-03-03' })
})

test('a network that nobody has prepared is stored by the first change to its team', async ({ page, request }) => {
  await page.goto('/networks/U00639/team')
  await expect(page.getByText('your first change saves the whole team')).toBeVisible()
  await page.getByRole('button', { name: 'GP partner 1', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Dr Wren')
  await page.keyboard.press('Enter')
  await expect(page.getByText('GP partner 1 is now called Dr Wren. Saved.')).toBeVisible()
  expect((await readRecord(request, 'U00639')).people[0]?.name).toBe('Dr Wren')
})
