/** Real sign-in: actions a role doesn't permit aren't offered, and are refused if requested anyway. */
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { ADMINISTRATOR, type SignedInService, startWithSignIn } from '../signed-in.ts'

const ODS = 'U90900'
const RECORD = new URL('../../../fixtures/records/fern-lane.json', import.meta.url)

let service: SignedInService
test.beforeAll(async () => {
  service = await startWithSignIn()
})
test.afterAll(() => service.close())

test('an administrator lets people in, and each sees and may do what their role says', async ({ browser }) => {
  const administrator = await service.signIn(browser, ADMINISTRATOR, '/settings')
  for (const role of ['Manager', 'Director', 'Staff']) {
    await administrator.getByRole('textbox', { name: 'Email address' }).fill(`${role.toLowerCase()}@example.org`)
    await administrator
      .getByRole('combobox', { name: 'Role' })
      .selectOption({ label: (await label(administrator, role)) ?? '' })
    await administrator.getByRole('textbox', { name: 'Network' }).fill(ODS)
    await administrator.getByRole('button', { name: 'Give them access' }).click()
    await expect(administrator.getByRole('rowheader', { name: `${role.toLowerCase()}@example.org` })).toBeVisible()
  }

  const manager = await service.signIn(browser, 'manager@example.org', '/settings')
  await expect(manager.getByRole('button', { name: 'Webhooks' })).toBeVisible()
  await expect(manager.getByRole('button', { name: 'Keys' })).toHaveCount(0)
  expect((await manager.request.get('/v1/keys')).status()).toBe(403)
  const given = JSON.parse(await readFile(RECORD, 'utf8'))
  const data = { ...given, network: { ...given.network, ods: ODS } }
  const headers = { Origin: service.url }
  expect((await manager.request.put(`/v1/networks/${ODS}/record`, { data, headers })).status()).toBe(201)
  await manager.goto(`/networks/${ODS}/team`)
  await manager.getByRole('button', { name: 'GP 1' }).click()
  await manager.getByRole('spinbutton', { name: 'Sessions a week' }).fill('7')
  await manager.keyboard.press('Enter')
  await expect(manager.getByText('GP 1 has 7 sessions a week. Saved.')).toBeVisible()

  const director = await service.signIn(browser, 'director@example.org', `/networks/${ODS}/team`)
  await expect(director.getByText('You can view this but not change it.')).toBeVisible()
  await expect(director.getByRole('rowheader', { name: 'GP 1' })).toBeVisible()
  await expect(director.getByRole('button', { name: 'GP 1' })).toHaveCount(0)
  await expect(director.getByRole('button', { name: 'Add a person' })).toHaveCount(0)
  const change = { data: { closed: [] }, headers: { ...headers, 'If-Match': '*' } }
  expect((await director.request.patch(`/v1/networks/${ODS}/record`, change)).status()).toBe(403)

  const staff = await service.signIn(browser, 'staff@example.org', `/networks/${ODS}/team`)
  await expect(staff.getByRole('heading', { name: 'You don’t have access to this' })).toBeVisible()
  await expect(staff.getByRole('navigation', { name: 'This network' })).toHaveCount(0)
  await expect(staff.getByRole('link', { name: 'Settings' })).toHaveCount(0)
  await expect(staff.getByRole('link', { name: 'My week' })).toBeVisible()
  expect((await staff.request.get(`/v1/networks/${ODS}/record`)).status()).toBe(403)
})

test('whoever has not signed in is asked to, and comes back to the page', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: service.url })).newPage()
  await page.goto(`/networks/${ODS}/team`)
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    `/sign-in?to=${encodeURIComponent(`/networks/${ODS}/team`)}`,
  )
})

/** The full text of a role's option. */
async function label(page: Page, role: string): Promise<string | undefined> {
  const options = await page.getByRole('combobox', { name: 'Role' }).getByRole('option').allTextContents()
  return options.find((option) => option.startsWith(role))
}
