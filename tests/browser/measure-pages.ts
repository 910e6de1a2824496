/**
 * `npm run measure-pages`: how soon the board of a large network is drawn, and how soon the board and the staffing mix's sliders respond
 * to the user. `-- --sliders` measures only the sliders, which needs no solve.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page, type Route } from '@playwright/test'
import { buildStalePages } from '../../cli/build-pages.ts'
import { startRota } from '../../reliability/rota-process.ts'
import { sliderLatency } from './measure-sliders.ts'

const CHROMIUM = '/usr/bin/chromium'
const FROM = '2026-11-30'
const FIXTURE = new URL('../../fixtures/networks/five-practices.json', import.meta.url)
/** Number of copies of five practices, side by side, because the board doesn't need the whole network to be solved. */
const SIZES = [1, 4]
const SECONDS = 30
/** Rounds of opening a cell, closing it and moving on; then of changing a session and undoing it. */
const ROUNDS = 12
const CHANGES = 3
/** Timeout in milliseconds of one step in the browser, allowing for a busy machine. */
const PATIENCE = 180_000
/** Attempts at requests for a large network that exceed the call's time limit, for the same reason. */
const ATTEMPTS = 4
const ONLY_SLIDERS = process.argv.includes('--sliders')

await buildStalePages({ say: (line) => process.stderr.write(`${line}\n`) })
const data = await mkdtemp(join(tmpdir(), 'rota-measure-'))
const service = startRota({ words: ['serve', '--port', '8397', '--data', data, '--log-level', 'warn'] })
const url = await service.ready
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
try {
  const five = ONLY_SLIDERS ? { document: await fiveDocument(), assignments: [] } : await plannedFive(url)
  for (const copies of SIZES) {
    const network = await stored(url, five, copies)
    if (!ONLY_SLIDERS) print(await measured(browser, url, network))
    await sliderLatency(browser, url, network.ods).then(
      (sliders) => print({ ...network, sliders }),
      (error: unknown) => fail(`The sliders of ${network.people} people could not be measured: ${String(error)}`),
    )
  }
} finally {
  await browser.close()
  await service.end()
  await rm(data, { recursive: true, force: true })
}

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

/** A missing figure doesn't stop the others. */
function fail(why: string): void {
  process.stderr.write(`${why}\n`)
  process.exitCode = 1
}

interface Stored {
  readonly ods: string
  readonly people: number
}

async function measured(browser: Browser, url: string, { ods, people }: Stored) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  page.setDefaultTimeout(PATIENCE)
  // Blocked, because the service's work would take processor time from what is measured.
  for (const call of ['**/v1/judgements', '**/rotas']) await page.context().route(call, ignoringPosts)
  await page.addInitScript(watchEvents)
  await page.goto(`${url}/networks/${ods}/weeks/${FROM}`)
  await page.locator('[data-place]').first().waitFor()
  const drawn = await page.evaluate(() => ({
    firstContentfulPaint: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
    board: Math.round(performance.now()),
    cells: document.querySelectorAll('[data-place]').length,
  }))
  await work(page)
  const times = await page.evaluate(() => [...(Reflect.get(window, 'interactions') as Map<number, number>).values()])
  await page.close()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { ods, people, ...drawn, interactions: times.length, median: at(0.5), p98: at(0.98) }
}

function ignoringPosts(route: Route): Promise<void> | undefined {
  return route.request().method() === 'POST' ? undefined : route.continue()
}

/** Time from the user's action to the next paint, as measured by the browser: the longest event of each interaction. */
function watchEvents(): void {
  const times = new Map<number, number>()
  Reflect.set(window, 'interactions', times)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const id = 'interactionId' in entry ? Number(entry.interactionId) : 0
      if (id > 0) times.set(id, Math.max(times.get(id) ?? 0, entry.duration))
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}

async function work(page: Page): Promise<void> {
  const cells = page.locator('[data-place]')
  for (let n = 0; n < ROUNDS; n++) {
    await cells.nth(n * 3).click()
    // By selector, because finding a role searches the whole page.
    await page.locator('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
  }
  for (let n = 0; n < CHANGES; n++) {
    await page.locator('.rota-cell--clinic').nth(n).click()
    await page.locator('.rota-menu__choices li:last-child button:first-child').click()
    await page.keyboard.press('Control+z')
  }
}

interface Planned {
  readonly document: Record<string, unknown>
  readonly assignments: readonly unknown[]
}

async function fiveDocument(): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(FIXTURE, 'utf8'))
}

/** Five practices with a rota. */
async function plannedFive(url: string): Promise<Planned> {
  const document = { ...(await fiveDocument()), solve: { seconds: SECONDS, gap: 0.1, seed: 1 } }
  const { id } = await send(`${url}/v1/solves`, 'POST', document)
  for (;;) {
    const { state, report } = await json(await fetch(`${url}/v1/solves/${id}`))
    if (state === 'done') return { document, assignments: (report as { assignments: readonly unknown[] }).assignments }
    if (state !== 'queued' && state !== 'running') throw new Error(`The solve of five practices is ${state}.`)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

/** Stores this many copies of the five practices as one network, with their rotas as one manual rota. */
async function stored(url: string, { document, assignments }: Planned, copies: number): Promise<Stored> {
  const ods = `U9999${copies}`
  const all = Array.from({ length: copies }, (_, n) =>
    JSON.parse(renamed(JSON.stringify({ document, assignments }), n)),
  )
  const together = (list: string) => all.flatMap((copy) => copy.document[list] ?? [])
  const lists = Object.fromEntries(
    ['sites', 'people', 'demand', 'backlog', 'history'].map((list) => [list, together(list)]),
  )
  const { rules: _, ...rest } = document
  const whole = { ...rest, ...lists, network: { ods, name: `${copies * 5} practices`, timezone: 'Europe/London' } }
  const week = `${url}/v1/networks/${ods}/weeks/${FROM}`
  await send(`${week}/document`, 'PUT', whole)
  if (assignments.length > 0)
    await sentAtLast(`${week}/rotas`, { assignments: all.flatMap((copy) => copy.assignments) })
  return { ods, people: together('people').length }
}

/** Gives people and practices of the n-th copy unique ids. */
function renamed(text: string, n: number): string {
  return text.replace(/"A999(\d\d)"/g, `"B9${n}$1"`).replace(/"p(\d{3})"/g, `"p${n}$1"`)
}

/** Rotas are judged when stored, and refused if that takes too long; on a busy machine the next attempt may succeed. */
async function sentAtLast(address: string, body: unknown): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await send(address, 'POST', body)
      return
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
      process.stderr.write(`Attempt ${attempt} of ${ATTEMPTS}: ${String(error)}\n`)
    }
  }
}

async function send(address: string, method: string, body: unknown): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' }
  return json(await fetch(address, { method, headers, body: JSON.stringify(body) }))
}

async function json(response: Response): Promise<Record<string, unknown>> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}
