/**
 * Redacts errors for the log. Error messages quote data: a JSON parser the document it failed on, PostgreSQL the rejected value,
 * a connection its password. So quotations are removed except identifiers, and so is anything that looks like a secret.
 */

const REDACTED = '…'

/** Identifiers quoted by PostgreSQL that are safe to log: tables, columns, constraints. */
const IDENTIFIER = /\b(relation|table|column|constraint|index|sequence|schema|database|type|function|role) "[\w.]+"/g

/**
 * Passwords in URLs; whatever follows `Bearer`, `Basic` or a cookie's name; long random text such as keys, session ids, tokens.
 */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\/\/[^/@\s]*@/g, `//${REDACTED}@`],
  [/\b(Bearer|Basic)\s+\S+/gi, `$1 ${REDACTED}`],
  [/\b((?:set-)?cookie|authorization|password|secret|token|code|state)(["']?\s*[:=]\s*)\S+/gi, `$1$2${REDACTED}`],
  [/(?<![\w-])(?!(?:[\da-f]+-){4}[\da-f]+\b)(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{24,}/g, REDACTED],
]

/** Text without quotations and secrets. */
export function redacted(text: string): string {
  const kept: string[] = []
  const marked = text.replace(IDENTIFIER, (found) => `⟦${kept.push(found) - 1}⟧`)
  // From the first quote to the last, since quoted text may contain quotes.
  const unquoted = marked.replace(/".*"/gs, `"${REDACTED}"`)
  const safe = SECRETS.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), unquoted)
  return safe.replace(/⟦(\d+)⟧/g, (_, index) => kept[Number(index)] ?? '')
}

/** An error as logged. */
export interface LoggedError {
  readonly type: string
  readonly message: string
  /** Such as `ECONNREFUSED`, or a SQLSTATE. */
  readonly code?: string
  /** Stack frames, without the message. */
  readonly stack?: string
  readonly cause?: LoggedError
}

/** Maximum depth of causes. */
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
