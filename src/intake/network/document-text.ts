/** Serialises a document with one list row per line, so that it can be read and diffed. */
import type { NetworkRecord } from '../record-document.ts'
import type { RotaDocument } from '../rota-document.ts'

/** JSON ending in a line break; deterministic. */
export function documentText(document: RotaDocument | NetworkRecord): string {
  const fields = Object.entries(document).map(([name, value]) => `  ${JSON.stringify(name)}: ${field(value)}`)
  return `{\n${fields.join(',\n')}\n}\n`
}

function field(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value)
  return `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
}
