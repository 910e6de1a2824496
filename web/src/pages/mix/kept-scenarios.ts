/** Scenarios that somebody has kept in this browser, by network. An address carries them to others. */
import { readScenario } from './mix-view.ts'
import type { Scenario } from './what-ifs.ts'

const keyOf = (ods: string) => `rota.mix.${ods}`
const MOST = 30

export function keptScenarios(ods: string): Scenario[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(ods)) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(readScenario) : []
  } catch {
    // What cannot be read was not written by this page.
    return []
  }
}

/** The same name replaces what it stood for. False where the browser keeps nothing. */
export function keepScenarios(ods: string, scenarios: readonly Scenario[]): boolean {
  try {
    localStorage.setItem(keyOf(ods), JSON.stringify(scenarios.slice(-MOST)))
    return true
  } catch {
    return false
  }
}
