/** Writes docs/screens/: every page in its main states at both widths. `npm run screens`. */
import { fileURLToPath } from 'node:url'
import { closeOwnStates } from '../own-states.ts'
import { PAGE_STATES } from '../page-states.ts'
import { test } from '../service.ts'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 360, height: 780 },
]

test.afterAll(closeOwnStates)

PAGE_STATES.forEach(({ name, open }, n) => {
  test(name, async ({ page, request }) => {
    await open({ page, request, ods: `U92${String(n).padStart(3, '0')}` })
    for (const size of WIDTHS) {
      await page.setViewportSize(size)
      await page.screenshot({ path: `${FOLDER}${name}-${size.width}.png`, animations: 'disabled' })
    }
  })
})
