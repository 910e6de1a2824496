/** What a network's director asks and is answered at once, each a function from the bytes of a call to the JSON of its answer. */
import { readDocument } from '../../src/intake/assemble.ts'
import type { RuleEntry } from '../../src/policy.ts'
import { parseBody } from '../body.ts'
import { mix } from './mixing.ts'
import { sketch } from './sketching.ts'

export function directorTasks(ruleBook: readonly RuleEntry[]) {
  const reading = { ruleBook, read: (document: unknown) => readDocument(document, ruleBook) }
  return {
    /** What the next session of each role is worth. */
    mix: async ({ body }: { readonly body: Uint8Array }): Promise<string> =>
      JSON.stringify(await mix(parseBody(body), reading.read)),

    /** A week summed up for quick estimates. */
    sketch: async ({ body }: { readonly body: Uint8Array }): Promise<string> =>
      JSON.stringify(await sketch(parseBody(body), reading)),
  }
}
