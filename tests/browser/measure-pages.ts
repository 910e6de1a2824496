/**
 * `npm run measure-pages`: how soon the board of a large network is drawn, and how soon it and the sliders of the staffing mix answer what
 * somebody does. `-- --sliders` measures those alone, which takes no solve.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { buildStalePages } from '../../cli/build-pages.ts'
import { startRota } from '../../reliability/rota-process.ts'
import { sliderLatency } from './measure-sliders.ts'

const CHROMIUM = '/usr/bin/chromium'
const FROM = '2026-11-30'
const FIXTURE = new URL('../../fixtures/networks/five-practices.json', import.meta.url)
/** Copies of five practices side by side: the board needs no solve of the whole. */
const SIZES = [1, 4]
const SECONDS = 30
/** Rounds of opening a cell, walking on, and closing it. */
const ROUNDS = 12
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
    print({ ...network, sliders: await sliderLatency(browser, url, network.ods) })
  }
} finally {
  await browser.close()
  await service.end()
  await rm(data, { recursive: true, force: true })
}

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

interface Stored {
  readonly ods: string
  readonly people: number
}

async function measured(browser: Browser, url: string, { ods, people }: Stored) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  await page.addInitScript(watchEvents)
  await page.goto(`${url}/networks/${ods}/weeks/${FROM}`)
  await page.locator('[data-place]').first().waitFor()
  const drawn = await page.evaluate(() => ({
    firstContentfulPaint: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
    board: Math.round(performance.now()),
    cells: document.querySelectorAll('[data-place]').length,
  }))
  await work(page)
  const durations = await page.evaluate(() => Reflect.get(window, 'interactions') as number[])
  await page.close()
  durations.sort((a, b) => a - b)
  const at = (share: number) => durations[Math.min(durations.length - 1, Math.floor(durations.length * share))] ?? 0
  return { ods, people, ...drawn, interactions: durations.length, median: at(0.5), p98: at(0.98) }
}

/** What happens between somebody's doing and the next paint, as the browser measures it. */
function watchEvents(): void {
  const durations: number[] = []
  Reflect.set(window, 'interactions', durations)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ('interactionId' in entry && Number(entry.interactionId) > 0) durations.push(entry.duration)
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}

async function work(page: Page): Promise<void> {
  const cells = page.locator('[data-place]')
  for (let n = 0; n < ROUNDS; n++) {
    await cells.nth(n * 3).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
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

/** Stores so many copies of the five as one network, with their rotas as one rota made by hand. */
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
    await send(`${week}/rotas`, 'POST', { assignments: all.flatMap((copy) => copy.assignments) })
  return { ods, people: together('people').length }
}

/** People and practices of the n-th copy have ids of their own. */
function renamed(text: string, n: number): string {
  return text.replace(/"A999(\d\d)"/g, `"B9${n}$1"`).replace(/"p(\d{3})"/g, `"p${n}$1"`)
}

async function send(address: string, method: string, body: unknown): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' }
  return json(await fetch(address, { method, headers, body: JSON.stringify(body) }))
}

async function json(response: Response): Promise<Record<string, unknown>> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}
