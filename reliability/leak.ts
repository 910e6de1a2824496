/** Whether an answer tells what is nobody's business: where files are, how the code runs, what the database was asked. */

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

/** What an answer that refuses or fails tells too much of; null where it tells nothing. `home` is the folder of the program. */
export function leakIn(text: string, home: string): string | null {
  if (home.length > 1 && text.includes(home)) return 'a folder of this machine'
  const leak = LEAKS.find((pattern) => pattern.test(text))
  return leak === undefined ? null : `something like ${leak.source}`
}
