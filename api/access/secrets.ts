/** Secrets that are shown once and stored as hashes. They are long and random, so an unsalted hash can't be reversed. */
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, in characters safe for cookies and URLs. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Prefix of every key, so that secret scanners find keys left lying about. */
export const KEY_PREFIX = 'rota_'

const SECRET = /^[\w-]{43}$/

export function isKey(text: string): boolean {
  return text.startsWith(KEY_PREFIX) && SECRET.test(text.slice(KEY_PREFIX.length))
}

/** Whether a cookie has the format of our secrets. */
export function isSecret(text: string | null): text is string {
  return text !== null && SECRET.test(text)
}
