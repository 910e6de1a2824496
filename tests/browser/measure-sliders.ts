/**
 * Response time of the staffing mix's sliders: in Chromium from a move to the rendered answer, and the processor time of the programme
 * alone.
 */
import type { Browser } from '@playwright/test'
import { run } from '../../solver/engines/jslp/run.ts'
import type { Lp } from '../../solver/lp/lp.ts'
import { estimateOf } from '../../solver/mix/estimate.ts'
import type { MixSketch } from '../../src/mix-sketch.ts'

const FROM = '2026-11-30'
const MOVES = 40

export interface SliderFigures {
  readonly moves: number
  /** Milliseconds. */
  readonly median: number
  readonly p90: number
  readonly slowest: number
  /** Median processor time of one programme, in milliseconds. */
  readonly processor: number
}

export async function sliderLatency(browser: Browser, url: string, ods: string): Promise<SliderFigures> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  // Blocked, because the service's work would take processor time from what is measured.
  await page.route('**/v1/comparisons', () => undefined)
  const sketched = page.waitForResponse('**/v1/sketches')
  await page.goto(`${url}/networks/${ods}/mix?week=${FROM}`)
  const sketch: MixSketch = await (await sketched).json()
  await page.locator('[data-source]').waitFor({ timeout: 120_000 })
  const times: number[] = []
  const sliders = page.getByRole('slider')
  for (let n = 0; n < MOVES; n++) {
    await sliders.nth(n % 8).press(n % 3 === 2 ? 'ArrowLeft' : 'ArrowRight')
    times.push(await page.evaluate<number>(ANSWERED))
  }
  await page.close()
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
  return { moves: times.length, median: at(0.5), p90: at(0.9), slowest: at(1), processor: processorTime(sketch) }
}

/**
 * Measured from the last move to its answer; waits for the ends of the evidence too, so that the next move finds the worker idle. A
 * string, because helper functions added by the compiler don't exist in the page.
 */
const ANSWERED = `new Promise((resolve) => {
  const look = () => {
    const moved = performance.getEntriesByName('rota-slider').at(-1)?.startTime ?? 0
    const [first, second] = performance.getEntriesByName('rota-estimate').filter(({ startTime }) => startTime > moved)
    if (first === undefined || second === undefined) requestAnimationFrame(look)
    else resolve(first.startTime - moved)
  }
  look()
})`

function processorTime(sketch: MixSketch): number {
  const solve = (lp: Lp) => run(lp, { whole: false, tolerance: 0 }).point
  const times = Array.from({ length: MOVES }, (_, n) => {
    const role = sketch.roles[n % sketch.roles.length]?.id ?? ''
    const began = process.cpuUsage()
    estimateOf(sketch, new Map([[role, (n % 9) - 4]]), solve)
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  })
  return Math.round(times.sort((a, b) => a - b)[MOVES / 2] ?? 0)
}
