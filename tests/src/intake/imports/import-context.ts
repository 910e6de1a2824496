/** What a reader knows in tests: any network's roles and needs, and nobody yet. */
import type { ImportContext } from '../../../../src/intake/imports/import-answer.ts'
import { type ImportOptions, importContext } from '../../../../src/intake/imports/import-context.ts'

export function testContext(given: Partial<ImportOptions> = {}): ImportContext {
  return importContext(null, { today: '2026-11-30', ...given })
}

/** A table of text as the bytes of a file. */
export function csv(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\r\n'))
}
