/** Small comma-separated tables in the atlas's format: a header row, and quotes around values with a comma. */

export type Row = Readonly<Record<string, string>>

/** Rows by column name. Lines starting with `#` are comments; a missing last cell reads as ''. */
export function readTable(text: string): Row[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
  const names = cellsOf(lines[0] ?? '')
  return lines.slice(1).map((line) => {
    const cells = cellsOf(line)
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

/** Writes such a table with the columns in the order of `names`; null becomes an empty cell. */
export function writeTable(names: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${[names, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n')}\n`
}

function quoted(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  const cells: string[] = []
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    cells.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
  }
  return cells
}

/** Parses a number; null for an empty cell. */
export function figure(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell)
}
