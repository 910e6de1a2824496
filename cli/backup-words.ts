/** Describes a backup's contents. */

/** The tables worth mentioning. */
const COUNTED: readonly (readonly [table: string, one: string, many: string])[] = [
  ['networks', 'network', 'networks'],
  ['kept_documents', 'document', 'documents'],
  ['rotas', 'rota', 'rotas'],
  ['operations', 'solve', 'solves'],
  ['people', 'user', 'users'],
]

export function rowsInWords(rows: Readonly<Record<string, number>>): string {
  return COUNTED.map(([table, one, many]) => {
    const count = rows[table] ?? 0
    return `${count} ${count === 1 ? one : many}`
  }).join(', ')
}

/** `2026-11-29 20:12:05 UTC`. */
export function momentInWords(moment: string): string {
  return `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
