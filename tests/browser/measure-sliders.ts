/** How soon a slider of the staffing mix is answered: in Chromium from its move to the drawn answer, and the programme alone in processor time. */
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
  /** Milliseconds of processor time that one programme takes, median. */
  readonly processor: number
}

export async function sliderLatency(browser: Browser, url: string, ods: string): Promise<SliderFigures> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  // The service stays silent: its work would take the processor from what is measured.
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
 * From the last move to its answer, once the ends of the evidence are there too, so that the next move finds the worker free. A text, since
 * the compiler's names for inner functions are unknown in the page.
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
