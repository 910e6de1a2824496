/** What a network's director asks, each a function from the bytes of a call to the JSON of its answer. */
import { plan } from '../../solver/plan.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import type { RuleEntry } from '../../src/policy.ts'
import type { Report } from '../../src/report.ts'
import { parseBody } from '../body.ts'
import { compare, type HashedWeek } from './comparing.ts'
import { mix } from './mixing.ts'
import { sketch } from './sketching.ts'
import { stress } from './stressing.ts'

/** Wall seconds for rotas that somebody waits for, one after another; a thread of the desk is ended after two minutes. */
const SECONDS = 90

export function directorTasks(ruleBook: readonly RuleEntry[]) {
  const reading = { ruleBook, read: (document: unknown) => readDocument(document, ruleBook) }
  return {
    /** What the next session of each role is worth. */
    mix: async ({ body }: { readonly body: Uint8Array }): Promise<string> =>
      JSON.stringify(await mix(parseBody(body), reading.read)),

    /** A week summed up for quick estimates. */
    sketch: async ({ body }: { readonly body: Uint8Array }): Promise<string> =>
      JSON.stringify(await sketch(parseBody(body), reading)),

    /** How a rota stands up to illness and demand. */
    stress: async ({ body }: { readonly body: Uint8Array }): Promise<string> =>
      JSON.stringify(await stress({ sent: parseBody(body) }, reading.read)),

    /** Scenarios side by side. */
    compare: async ({ body }: { readonly body: Uint8Array }): Promise<string> =>
      JSON.stringify(await compare({ sent: parseBody(body), plan: oneByOne, seconds: SECONDS }, reading)),
  }
}

async function oneByOne(weeks: readonly HashedWeek[]): Promise<Report[]> {
  const reports: Report[] = []
  for (const week of weeks) reports.push(await plan(week, () => performance.now() / 1000))
  return reports
}
