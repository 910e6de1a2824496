/** Two people swap duties on their phones, a manager accepts, and the week stays readable offline. */
import { expect, test } from '@playwright/test'
import { type SignedInService, startWithSignIn } from '../signed-in.ts'
import { SESSIONS, type SwappingNetwork, swappingNetwork } from '../swapping-network.ts'

let service: SignedInService
let network: SwappingNetwork
test.beforeAll(async ({ browser }) => {
  service = await startWithSignIn()
  network = await swappingNetwork(service, browser, 'U90910')
})
test.afterAll(() => service.close())

test('a swap is checked, proposed, agreed to and accepted, and both see it in their week', async () => {
  const { gp1, gp2, manager, ods } = network
  await gp1.goto('/my-week')
  await expect(gp1.getByText('8:30am GP 1, Fern Lane Surgery')).toHaveCount(2)
  await gp1.getByRole('button', { name: 'Swap a session…' }).click()
  const dialog = gp1.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'You give' }).selectOption({ label: TUESDAY })
  // Swaps that the rules forbid aren't offered.
  await dialog.getByRole('combobox', { name: 'To' }).selectOption({ label: 'Nurse 1 (another role)' })
  await dialog.getByRole('combobox', { name: 'Nurse 1 gives' }).selectOption('nothing')
  await expect(dialog.getByText(/The rules forbid/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Propose this swap' })).toHaveCount(0)
  await dialog.getByRole('combobox', { name: 'To' }).selectOption({ label: 'GP 2 (another role)' })
  await dialog.getByRole('combobox', { name: 'GP 2 gives' }).selectOption({ label: WEDNESDAY })
  await dialog.getByRole('button', { name: 'Propose this swap' }).click()
  await expect(gp1.getByText('Proposed to GP 2.')).toBeVisible()
  await expect(gp1.getByRole('article', { name: 'Swap between GP 1 and GP 2' })).toContainText(
    'GP 2 has not answered yet',
  )

  await gp2.goto('/my-week')
  await gp2.getByRole('button', { name: /^Agree/ }).click()
  await expect(gp2.getByText('GP 2 has agreed. A manager has to accept it.')).toBeVisible()

  await manager.goto(`/networks/${ods}/swaps`)
  await expect(manager.getByRole('heading', { name: 'To decide (1)' })).toBeVisible()
  await manager.getByRole('button', { name: /^Accept…/ }).click()
  await manager.getByRole('button', { name: 'Accept and publish' }).click()
  await expect(manager.getByText('The swap between GP 1 and GP 2 is accepted and published.')).toBeVisible()
  await expect(manager.getByRole('heading', { name: 'To decide (0)' })).toBeVisible()

  await gp1.reload()
  await expect(gp1.getByRole('article', { name: 'Swap between GP 1 and GP 2' })).toContainText('Accepted and published')
  await expect(gp1.getByRole('definition').filter({ hasText: 'Duty' })).toHaveCount(3)
})

const TUESDAY = 'Tuesday 1 June, 8:30am: duty, Fern Lane Surgery'
const FRIDAY = 'Friday 4 June, 8:30am: duty, Fern Lane Surgery'
const NEXT_WEDNESDAY = 'Wednesday 9 June, 8:30am: duty, Fern Lane Surgery'
const WEDNESDAY = 'Wednesday 2 June, 8:30am: duty, Fern Lane Surgery'

test('of weeks that were published together, a session of one is swapped for one of the next', async () => {
  const { gp1, gp2, manager, ods, from } = network
  await gp1.goto('/my-week')
  await gp1.getByRole('button', { name: 'Swap a session…' }).click()
  const dialog = gp1.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'You give' }).selectOption({ label: FRIDAY })
  await dialog.getByRole('combobox', { name: 'To' }).selectOption({ label: 'GP 2 (another role)' })
  await dialog.getByRole('combobox', { name: 'GP 2 gives' }).selectOption({ label: NEXT_WEDNESDAY })
  await dialog.getByRole('button', { name: 'Propose this swap' }).click()
  await expect(gp1.getByText('Proposed to GP 2.')).toBeVisible()

  await gp2.goto('/my-week')
  await gp2.getByRole('button', { name: /^Agree/ }).click()
  await expect(gp2.getByText('GP 2 has agreed. A manager has to accept it.')).toBeVisible()
  await manager.goto(`/networks/${ods}/swaps`)
  await manager.getByRole('button', { name: /^Accept…/ }).click()
  await manager.getByRole('button', { name: 'Accept and publish' }).click()
  await expect(manager.getByText('The swap between GP 1 and GP 2 is accepted and published.')).toBeVisible()

  const { weeks } = (await (await gp1.request.get(`/v1/me/weeks?from=${from}&weeks=2`)).json()).people[0]
  const duties = weeks.flatMap(({ sessions }: { sessions: readonly { date: string; work: string }[] }) =>
    sessions.filter(({ work }) => work === 'duty').map(({ date }) => date),
  )
  expect(duties).toContain(SESSIONS.bob.nextWednesday)
  expect(duties).not.toContain(SESSIONS.ann.friday)
})

test('a wish is entered and taken back', async () => {
  const { gp1 } = network
  await gp1.goto('/my-week')
  const wishes = gp1.getByRole('region', { name: 'My wishes' })
  await wishes.getByRole('combobox', { name: 'When' }).selectOption({ label: 'Every Friday afternoon' })
  await wishes.getByRole('button', { name: 'Add this wish' }).click()
  await expect(wishes.getByText('Off every Friday afternoon')).toBeVisible()
  await wishes.getByRole('button', { name: /^Remove/ }).click()
  await expect(wishes.getByText('You have no wishes yet.')).toBeVisible()
})

test('without a connection the week is still there after a reload, with when it was loaded; signing out forgets it', async () => {
  const { gp1 } = network
  await gp1.goto('/my-week')
  await expect(gp1.getByRole('heading', { name: /^Today/ })).toBeVisible()
  await expect
    .poll(() => gp1.evaluate(async () => (await (await caches.open('rota-pages')).keys()).length))
    .toBeGreaterThan(3)
  await gp1.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await gp1.context().setOffline(true)
  await gp1.reload()
  await expect(gp1.getByText(/Last loaded at \d:40am\. .*nothing can be sent/)).toBeVisible()
  await expect(gp1.getByText('Duty, Fern Lane Surgery').first()).toBeVisible()
  await expect(gp1.getByRole('button', { name: 'Swap a session…' })).toHaveCount(0)
  await expect(gp1.getByRole('button', { name: 'Add this wish' })).toHaveCount(0)

  await gp1.context().setOffline(false)
  await gp1.getByRole('button', { name: 'Try again' }).click()
  await expect(gp1.getByRole('button', { name: 'Swap a session…' })).toBeVisible()
  await gp1.reload()
  await gp1.getByRole('button', { name: /^Sign out/ }).click()
  await gp1.waitForURL((url) => url.pathname !== '/my-week')
  await gp1.goto('/')
  expect(await gp1.evaluate(() => localStorage.getItem('rota/my-week'))).toBeNull()
})
