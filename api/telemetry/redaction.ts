/**
 * Errors as the log may show them. Their messages come from many hands: a JSON parser quotes the document it failed on, PostgreSQL the
 * value it refused, a connection its password. So only identifiers stay of what they quote, and nothing that looks like a secret.
 */

const REDACTED = '…'

/** What PostgreSQL names in quotes and that is ours: a table, a column, a constraint. */
const IDENTIFIER = /\b(relation|table|column|constraint|index|sequence|schema|database|type|function|role) "[\w.]+"/g

/** Passwords in addresses; what follows `Bearer`, `Basic` or a cookie's name; and long random text: keys, session ids, tokens. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\/\/[^/@\s]*@/g, `//${REDACTED}@`],
  [/\b(Bearer|Basic)\s+\S+/gi, `$1 ${REDACTED}`],
  [/\b((?:set-)?cookie|authorization|password|secret|token|code|state)(["']?\s*[:=]\s*)\S+/gi, `$1$2${REDACTED}`],
  [/(?<![\w-])(?!(?:[\da-f]+-){4}[\da-f]+\b)(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{24,}/g, REDACTED],
]

/** Text without what it quotes and without secrets. */
export function redacted(text: string): string {
  const kept: string[] = []
  const marked = text.replace(IDENTIFIER, (found) => `⟦${kept.push(found) - 1}⟧`)
  // From the first quote to the last: what is quoted may have quotes inside.
  const unquoted = marked.replace(/".*"/gs, `"${REDACTED}"`)
  const safe = SECRETS.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), unquoted)
  return safe.replace(/⟦(\d+)⟧/g, (_, index) => kept[Number(index)] ?? '')
}

/** What the log says of an error. */
export interface LoggedError {
  readonly type: string
  readonly message: string
  /** Such as `ECONNREFUSED`, or PostgreSQL's five letters. */
  readonly code?: string
  /** Places in the code, without the message. */
  readonly stack?: string
  readonly cause?: LoggedError
}

/** How many causes behind an error are followed. */
const DEEPEST = 5

export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: redacted(String(error)) }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error && /^[\w-]{1,40}$/.test(String(error.code)) ? String(error.code) : undefined
  return {
    type: error.name,
    message: redacted(error.message),
    ...(code === undefined ? {} : { code }),
    ...(frames.length === 0 ? {} : { stack: frames.join('\n') }),
    ...(error.cause === undefined || depth >= DEEPEST ? {} : { cause: loggedError(error.cause, depth + 1) }),
  }
}
