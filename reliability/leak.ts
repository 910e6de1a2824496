/** Whether an answer leaks internals: file paths, stack traces, SQL. */

const LEAKS: readonly RegExp[] = [
  /node_modules/,
  /\.[cm]?[jt]s:\d+/,
  /^\s+at .+\(.+\)$/m,
  /\bnode:internal\b/,
  /\b(?:PGlite|kysely|pgboss|pg_catalog|SQLSTATE)\b/i,
  /\b(?:insert into|update|delete from) "?(?:operations|documents|audit|rotas|events|sessions)"?/i,
  /\broot:x:0:0/,
  /postgres(?:ql)?:\/\//,
]

/** What a response leaks; null if nothing. `home` is the program's folder. */
export function leakIn(text: string, home: string): string | null {
  if (home.length > 1 && text.includes(home)) return 'a folder of this machine'
  const leak = LEAKS.find((pattern) => pattern.test(text))
  return leak === undefined ? null : `something like ${leak.source}`
}
