/** Scenarios saved in this browser, by network. To share them, use the URL. */
import { readScenario } from './mix-view.ts'
import type { Scenario } from './what-ifs.ts'

const keyOf = (ods: string) => `rota.mix.${ods}`
const MOST = 30

export function keptScenarios(ods: string): Scenario[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(ods)) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(readScenario) : []
  } catch {
    // Unreadable entries weren't written by this page.
    return []
  }
}

/** Replaces a scenario of the same name. False if the browser can't store anything. */
export function keepScenarios(ods: string, scenarios: readonly Scenario[]): boolean {
  try {
    localStorage.setItem(keyOf(ods), JSON.stringify(scenarios.slice(-MOST)))
    return true
  } catch {
    return false
  }
}
