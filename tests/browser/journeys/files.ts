/** Importing users' files: previewed, corrected, stored as a whole, and undone. */
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, test } from '../service.ts'
import { plannedWeek, readRecord, storedRecord } from '../small-network.ts'
import { publication, upload } from '../uploads.ts'

test('a team from a spreadsheet: a title is corrected once, and the next file is read with it', async ({
  page,
  request,
}) => {
  const ods = 'U90091'
  const before = await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/team`)
  await upload(page, 'From a spreadsheet', 'fern-lane-team.xlsx')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('row', { name: /^Wellness Wizard Team Dec, B8 This role is not known/ })).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Put / })).toHaveCount(0)
  expect(await readRecord(request, ods)).toEqual(before)

  await dialog.getByLabel('“wellness wizard” means').selectOption({ label: 'Health and wellbeing coach' })
  await dialog.getByLabel('“fcp” means').selectOption({ label: 'Paramedic' })
  await dialog.getByRole('button', { name: 'Add or update 5 people' }).click()
  await expect(page.getByText('5 people from fern-lane-team.xlsx. Saved.')).toBeVisible()
  const after = await readRecord(request, ods)
  expect(after.imports).toEqual({ roles: { 'wellness wizard': 'wellbeing-coach', fcp: 'paramedic' } })
  const tom = after.people.find(({ name }) => name === 'Tom Alder')
  expect(tom).toMatchObject({ role: 'wellbeing-coach', works: ['tue-am', 'tue-pm', 'fri-am'] })
  expect(after.people.length).toBe(before.people.length + 3)

  await upload(page, 'From a spreadsheet', 'fern-lane-team.xlsx')
  await expect(dialog.getByText('0 new, 0 changed, 5 the same.')).toBeVisible()
  await expect(dialog.getByText('This role is not known')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/^Undone: 5 people from .* Saved./)).toBeVisible()
  expect(await readRecord(request, ods)).toEqual(before)
})

test('a real team takes the place of the made-up one', async ({ page, request }) => {
  await page.goto('/networks/U92223/team')
  await upload(page, 'From a spreadsheet', 'fern-lane-team.xlsx')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('“wellness wizard” means').selectOption({ label: 'nobody to plan' })
  await dialog.getByRole('button', { name: 'Replace the made-up team with 4 people' }).click()
  await expect(page.getByText('4 people from fern-lane-team.xlsx. Saved.')).toBeVisible()
  await expect(page.getByText('These people are made up')).toHaveCount(0)
  expect((await readRecord(request, 'U92223')).people.map(({ name }) => name)).toContain('Dr Uma Birch')
})

test('leave from a list: somebody written otherwise is said to be who they are', async ({ page, request }) => {
  const ods = 'U90092'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/team?tab=leave&month=2026-12`)
  await upload(page, 'From a file', 'fern-lane-leave.xlsx')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('“pharmacy eve” means').selectOption({ label: 'Pharmacist 1' })
  await expect(dialog.getByText('3 new periods of leave; 1 is granted already.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Grant these 3 periods of leave' }).click()
  await expect(page.getByText('3 periods of leave from fern-lane-leave.xlsx. Saved.')).toBeVisible()
  const { leave = [], imports } = await readRecord(request, ods)
  expect(leave.map(({ person, parts }) => [person, parts])).toEqual([
    ['ann', undefined],
    ['bob', undefined],
    ['cat', ['pm']],
    ['eve', undefined],
  ])
  // Names aren't stored: erasing Eve would leave hers behind.
  expect(imports).toBeUndefined()
})

test('own counts become the ordinary week, by need', async ({ page, request }) => {
  const ods = 'U90093'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/demand`)
  await upload(page, 'Figures from a file', 'fern-lane-counts.csv')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/^Left out on purpose/).click()
  await dialog.getByLabel('“zumba” means').selectOption({ label: 'not demand' })
  await dialog.getByRole('button', { name: /^Use \d figures for the ordinary week/ }).click()
  await expect(page.getByText('Figures from fern-lane-counts.csv. Saved.')).toBeVisible()
  const { demand, imports } = await readRecord(request, ods)
  expect(demand?.weekly?.map(({ need }) => need)).toEqual(expect.arrayContaining(['urgent', 'screening', 'routine']))
  expect(imports?.needs).toEqual({ zumba: '-' })
})

test('a rota from a spreadsheet is put on the board, judged, and taken back', async ({ page, request }) => {
  const ods = 'U90094'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/weeks/2026-12-07`)
  await upload(page, 'Open a rota from a spreadsheet', 'fern-lane-rota.xlsx')
  const dialog = page.getByRole('dialog').last()
  await dialog.getByLabel('“hub” means').selectOption({ label: 'works elsewhere' })
  await dialog.getByText(/^Left out on purpose/).click()
  await expect(dialog.getByText(/Outside the week from Monday 7 December/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Put it on the board' }).click()
  await expect(page.getByText(/^Rota from fern-lane-rota.xlsx/)).toBeVisible()
  await expect(page.getByText(/changed and saved|better|worse/i).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make the rest fit' })).toBeEnabled()
  const rota = await (await request.get(`/v1/networks/${ods}/weeks/2026-12-07/rotas/1`)).json()
  expect(rota.assignments).toContainEqual({ person: 'bob', date: '2026-12-07', part: 'am', site: 'fern', work: 'duty' })
  expect(rota.judgement.findings.length).toBeGreaterThan(0)
})

test('every file of a rota is downloaded from the board', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90095' })
  await page.goto(week.page)
  await page.getByRole('button', { name: 'Files' }).click()
  for (const name of ['Excel workbook', 'PDF', 'Web page', 'Calendar file', 'Session templates', 'FHIR bundle']) {
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    expect((await waiting).suggestedFilename()).toMatch(/^U90095-2026-11-30-v1-/)
  }
})

test('a publication of 60 MB is read while the service answers others, and no longer sent once it isn’t wanted', async ({
  page,
  request,
}) => {
  const ods = 'U90096'
  await storedRecord(request, ods)
  await page.goto(`/networks/${ods}/demand`)
  const { path, appointments } = await publication(60)
  await page.getByRole('button', { name: 'Figures from a file' }).click()
  const dialog = page.getByRole('dialog')
  const choose = dialog.getByLabel(/another file:|^Choose a file/i)
  await choose.setInputFiles(path)
  await expect(dialog.getByText('Reading 60 MB.')).toBeVisible()
  expect((await request.get(`/v1/networks/${ods}/record`)).status()).toBe(200)
  await expect(dialog.getByText(appointments.toLocaleString('en-GB'))).toBeVisible({ timeout: 120_000 })

  const dropped = page.waitForEvent('requestfailed', (call) => call.url().includes('/v1/imports'))
  await choose.setInputFiles(path)
  await expect(dialog.getByText('Reading 60 MB.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect((await dropped).failure()?.errorText).toContain('ABORTED')
  await rm(dirname(path), { recursive: true })
})
