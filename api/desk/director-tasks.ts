/** Directors' questions that are answered at once: each maps the bytes of a body to JSON. */
import { readDocument } from '../../src/intake/assemble.ts'
import type { RuleEntry } from '../../src/policy.ts'
import { parseBody } from '../body.ts'
import { mix } from './mixing.ts'
import { sketch } from './sketching.ts'

export function directorTasks(ruleBook: readonly RuleEntry[]) {
  const reading = { ruleBook, read: (document: unknown) => readDocument(document, ruleBook) }
  return {
    /** The value of the next session of each role. */
    mix: async ({ body }: { readonly body: Uint8Array }): Promise<string> =>
      JSON.stringify(await mix(parseBody(body), reading.read)),

    /** A week condensed for quick estimates. */
    sketch: async ({ body }: { readonly body: Uint8Array }): Promise<string> =>
      JSON.stringify(await sketch(parseBody(body), reading)),
  }
}
