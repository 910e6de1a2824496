/** The size of the board's JavaScript, and its layout stability. */
import { gzipSync } from 'node:zlib'
import { expect, test } from '../service.ts'
import { plannedWeek } from '../small-network.ts'

/** Maximum bytes of JavaScript, compressed. */
const MOST = 250_000

test('the board loads at most 250 kB of JavaScript, compressed', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90031' })
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.body())
  })
  await page.goto(week.page)
  await expect(page.locator('[data-place]').first()).toBeVisible()
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
  test.info().annotations.push({ type: 'compressed JavaScript', description: `${bytes} bytes` })
  expect(bytes).toBeLessThanOrEqual(MOST)
})

test('nothing on the board moves after it was first drawn', async ({ page, request }) => {
  const week = await plannedWeek(request, { ods: 'U90032' })
  await page.goto(week.page)
  await expect(page.locator('[data-place]').first()).toBeVisible()
  // Measured from the board's first render, because the placeholder before it is meant to be replaced.
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0
        }).observe({ type: 'layout-shift' })
        requestIdleCallback(() => requestIdleCallback(() => resolve(sum)), { timeout: 2000 })
      }),
  )
  expect(shift).toBe(0)
})
