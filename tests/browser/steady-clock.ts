/** The same time for every run: the fixtures' week lies ahead, on whatever day they are run. */
import type { BrowserContext } from '@playwright/test'

/** What time it is at the start, for services (`--now`) and pages. */
export const NOW = '2026-11-30T07:00'

/** England keeps Greenwich time then. */
const AHEAD = Date.parse(`${NOW}Z`) - Date.now()

/** Pages opened from here on read this time, which goes on; timers are left as they are. */
export async function setClock(context: BrowserContext): Promise<void> {
  await context.addInitScript((ahead) => {
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given: readonly unknown[]) {
        super(...((given.length === 0 ? [Real.now() + ahead] : given) as [number]))
      }
      static override now() {
        return Real.now() + ahead
      }
    } as DateConstructor
  }, AHEAD)
}
