/** Recognises errors of a database that is unreachable or can't write: transient, and not a bug of ours. */

/** SQLSTATEs of a server that is starting, stopping or out of connections; Node's codes for an unreachable one. */
const GONE =
  /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/
/** SQLSTATEs for a full disk or memory, and Node's codes for a full disk. */
const FULL = /^(53100|53200|ENOSPC|EDQUOT|EFBIG)$/
/** The driver's messages for a broken connection, which have no code. */
const BROKEN =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** A message for the caller; null if this is another kind of error. */
export function whyAway(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  if (FULL.test(code)) return 'The disk is full; nothing was stored.'
  if (GONE.test(code) || BROKEN.test(error.message)) return 'The database is not responding.'
  return null
}
