/** A fixed clock: the fixtures' week is always in the future. */
import type { BrowserContext } from '@playwright/test'

/** Start time, for services (`--now`) and pages. */
export const NOW = '2026-11-30T07:00'

/** England is on GMT on that date. */
const AHEAD = Date.parse(`${NOW}Z`) - Date.now()

/** Pages opened from now on see this time, which advances normally; timers aren't affected. */
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
