/** A database that does not answer, or cannot write: nobody's fault in the house, and over after a while. */

/** SQLSTATE of a server that starts, ends, or takes no more connections; what Node says of one that is not there. */
const GONE =
  /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/
/** SQLSTATE of a disk or a memory that is full, and Node's words for a full disk. */
const FULL = /^(53100|53200|ENOSPC|EDQUOT|EFBIG)$/
/** What the driver says of a broken connection without a code. */
const BROKEN =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** What a caller may be told; null if this is another error. */
export function whyAway(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  if (FULL.test(code)) return 'The disk is full; nothing was stored.'
  if (GONE.test(code) || BROKEN.test(error.message)) return 'The database is not responding.'
  return null
}
