/** Optimistic concurrency: entity tags of versions, and the response to callers who haven't seen the latest one. */
import { z } from 'zod'
import { Refusal } from '../problems.ts'
import type { KeptVersion } from '../store/kept-documents.ts'
import type { Header } from './call.ts'

const TAG = '"3-9f86d081884c7d65"'

export function tag(does: string, example = TAG): Header {
  return { does, schema: z.string(), example }
}

/** Response headers of anything versioned. */
export const VERSIONED = { ETag: tag('Identifies exactly this version.') }

/** Request headers for reading a version. */
export const UNLESS_READ = { 'If-None-Match': tag('The ETag of a version that you already have.') }

/** Includes the hash, since erasing a person changes the content of a version but not its number. */
export function etagOf({ version, documentHash }: Pick<KeptVersion, 'version' | 'documentHash'>): string {
  return `"${version}-${documentHash.replace('sha256:', '').slice(0, 16)}"`
}

interface Conditions {
  readonly 'If-Match'?: string
  readonly 'If-None-Match'?: string
}

/** Evaluates If-Match (the ETag that was read) and `If-None-Match: *` (nothing should exist yet). */
export function hasSeen(headers: Conditions, newest: KeptVersion | null): 'yes' | 'no' | 'unsaid' {
  const seen = headers['If-Match']
  if (seen !== undefined) {
    if (newest === null) return 'no'
    return seen.split(',').some((tag) => ['*', etagOf(newest)].includes(tag.trim())) ? 'yes' : 'no'
  }
  if (newest === null) return 'yes'
  return headers['If-None-Match'] === undefined ? 'unsaid' : 'no'
}

/** What is versioned, and whose it is, in words. */
interface Versioned {
  readonly whose: 'This week' | 'This network'
  readonly what: 'document' | 'record'
}

/** `newest` is null if none exists any more. */
export function unseen(
  kind: 'changed-since' | 'say-which',
  newest: KeptVersion | null,
  { whose, what }: Versioned,
): Refusal {
  if (newest === null)
    return new Refusal(kind, { complaints: [{ pointer: '', detail: `${whose} no longer has a ${what}.` }] })
  const { version, keptBy, keptAt } = newest
  const detail =
    kind === 'changed-since'
      ? `Version ${version} was stored by ${keptBy} at ${keptAt.toISOString()}, after you last read it. Yours was not stored: read that version, apply your changes to it, and send it with its ETag.`
      : `${whose} already has a ${what}, version ${version}. Read it, then send yours with its ETag in the If-Match header.`
  return new Refusal(kind, { complaints: [{ pointer: '', detail }], headers: { ETag: etagOf(newest) } })
}
