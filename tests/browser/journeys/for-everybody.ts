/** WCAG 2.2 AA checked by axe, and no horizontal scrolling, for every page in every state at both widths. */
import AxeBuilder from '@axe-core/playwright'
import { closeOwnStates } from '../own-states.ts'
import { PAGE_STATES } from '../page-states.ts'
import { expect, test } from '../service.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDTHS = [1280, 360]

test.afterAll(closeOwnStates)

PAGE_STATES.forEach(({ name, open }, n) => {
  test(`${name} has no fault that axe finds, and does not scroll sideways`, async ({ page, request }) => {
    await open({ page, request, ods: `U91${String(n).padStart(3, '0')}` })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
      const found = violations.map(({ id, nodes }) => `${id} at ${width}: ${nodes.map(({ html }) => html).slice(0, 3)}`)
      expect.soft(found).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})
