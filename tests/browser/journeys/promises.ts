/** Other properties of the pages: printing, 200% zoom, and a slow connection. */
import { readFile } from 'node:fs/promises'
import { expect, test } from '../service.ts'
import { plannedWeek } from '../small-network.ts'

const FIVE = new URL('../../../fixtures/networks/five-practices.json', import.meta.url)

test('the print page of a practice of up to 30 people is one sheet of A4, and each person’s is one', async ({
  page,
  request,
}) => {
  const week = await plannedWeek(request, { ods: 'U90071' })
  const { people } = week.document
  expect(people.length).toBeLessThanOrEqual(30)
  await page.goto(`${week.page}/print`)
  await expect(page.getByRole('table')).toHaveCount(1)
  expect(sheetsIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
  const cut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(cut).toBeLessThanOrEqual(0)

  await page.getByRole('link', { name: 'A page for each person' }).click()
  await expect(page.getByRole('heading', { name: /^Nurse 1 / })).toBeVisible()
  const planned = await page.getByRole('table').count()
  expect(planned).toBeGreaterThan(10)
  expect(sheetsIn(await page.pdf({ preferCSSPageSize: true }))).toBe(planned)
})

test('each practice of a network of a hundred people is one sheet of A4, with the hours of each half-day', async ({
  page,
  request,
}) => {
  const ods = 'U90076'
  const given = JSON.parse(await readFile(FIVE, 'utf8'))
  const document = { ...given, network: { ...given.network, ods } }
  const week = `/networks/${ods}/weeks/${document.week.from}`
  expect((await request.put(`/v1${week}/document`, { data: document })).status()).toBe(201)
  expect((await request.post(`/v1${week}/rotas`, { data: { assignments: everywhere(document) } })).status()).toBe(201)
  await page.goto(`${week}/print`)
  await expect(page.getByRole('table')).toHaveCount(5)
  await expect(page.getByRole('columnheader', { name: /08:30–12:40/ }).first()).toBeVisible()
  expect(sheetsIn(await page.pdf({ preferCSSPageSize: true }))).toBe(5)
})

interface Visited {
  readonly week: { readonly from: string }
  readonly people: readonly { readonly id: string; readonly home: string; readonly sites?: readonly string[] }[]
}

/** Everybody at every site where they may work, each on a different morning, to get the longest possible lists. */
function everywhere({ week, people }: Visited) {
  const monday = Date.parse(week.from)
  return people.flatMap(({ id, home, sites = [home] }) =>
    sites.slice(0, 5).map((site, n) => {
      const date = new Date(monday + n * 86_400_000).toISOString().slice(0, 10)
      return { person: id, date, part: 'am', site, work: 'clinic' }
    }),
  )
}

/** Number of pages in a PDF. */
function sheetsIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

test('at 200% the board and the team are read day by day and row by row, without scrolling sideways', async ({
  browser,
  request,
  service,
}) => {
  const week = await plannedWeek(request, { ods: 'U90072' })
  // At 200% zoom a window of 1280 by 900 has half the width and height.
  const zoomed = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, baseURL: service.url, locale: 'en-GB' }
  const context = await browser.newContext(zoomed)
  const page = await context.newPage()
  for (const address of [week.page, '/networks/U39025/team', '/networks/U39025/rules', `${week.page}/print`]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640)
  }
  await page.goto(week.page)
  await expect(page.getByRole('columnheader', { name: /am/ })).toHaveCount(1)
  await context.close()
})

/** A poor mobile connection: 400 kbit/s with a round trip of half a second. */
const SLOW = { offline: false, latency: 500, downloadThroughput: 50_000, uploadThroughput: 25_000 }

test('on a slow line the board says that it is reading, is then usable, and saves a change', async ({
  page,
  request,
}) => {
  const week = await plannedWeek(request, { ods: 'U90073' })
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', SLOW)
  await page.goto(week.page)
  await expect(page.getByText('Loading the week…')).toBeVisible()
  const cell = page.getByRole('button', { name: /: clinic at / }).first()
  await expect(cell).toBeVisible({ timeout: 90_000 })
  await cell.click()
  await page.getByRole('button', { name: /^Keep free/ }).click()
  await expect(page.getByText(/changed and saved/)).toBeVisible({ timeout: 90_000 })
})

test('a network that was begun is gone on with from the first page, and a file is opened there', async ({
  page,
  request,
}) => {
  const week = await plannedWeek(request, { ods: 'U90074' })
  await page.goto('/')
  await page.locator('a[href="/networks/U90074"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('U90074')

  const document = { ...week.document, network: { ...week.document.network, ods: 'U90075' } }
  const file = (body: string) => ({ name: 'week.json', mimeType: 'application/json', buffer: Buffer.from(body) })
  await page.goto('/')
  await page.getByLabel(/^A week or a network/).setInputFiles(file('{"format":"other"}'))
  await expect(page.getByRole('alert')).toContainText('neither a week')
  await page.getByLabel(/^A week or a network/).setInputFiles(file(JSON.stringify(document)))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Week from Monday 30 November 2026')
  await page.goto('/')
  await page.getByLabel(/^A week or a network/).setInputFiles(file(JSON.stringify({ ...document, note: 'Another.' })))
  await expect(page.getByRole('alert')).toContainText('nothing was overwritten')
})

/** Seconds of a solve that is left to its end. */
const FULL_SOLVE = 20
const CHANGES = 3

test('after a change by hand, what it did is known within a twentieth of the time of a full solve', async ({
  page,
  request,
}) => {
  const solve = { seconds: FULL_SOLVE, gap: 0, seed: 1 }
  const week = await plannedWeek(request, { ods: 'U90077', change: (document) => ({ ...document, solve }) })
  const { report } = await (await request.get(`${week.api}/rotas/1`)).json()
  await page.goto(week.page)
  const cells = page.getByRole('button', { name: /: clinic at / })
  const taken: number[] = []
  for (let n = 0; n < CHANGES; n++) {
    await cells.nth(n).click()
    const known = page.evaluate(untilKnown)
    await page.getByRole('button', { name: /^Keep free/ }).click()
    taken.push((await known) / 1000)
    await expect(page.getByText(/changed and saved/)).toBeVisible()
  }
  const ratio = Math.min(...taken) / report.stamp.seconds
  test.info().annotations.push({ type: 'of a full solve', description: ratio.toFixed(3) })
  expect(ratio).toBeLessThanOrEqual(1 / 20)
})

/** In the page: milliseconds from the next click until the week that it changed is judged. */
function untilKnown(): Promise<number> {
  return new Promise((resolve) => {
    let clicked = 0
    let isChecking = false
    document.addEventListener('click', () => (clicked = performance.now()), { capture: true, once: true })
    const watch = new MutationObserver(() => {
      const says = document.querySelector('.rota-saved')?.textContent?.includes('Checking the week') === true
      if (isChecking && !says) {
        watch.disconnect()
        resolve(performance.now() - clicked)
      }
      isChecking ||= says
    })
    watch.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
