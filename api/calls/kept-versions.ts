/** Versions of what several people change: entity tags, and what is answered to those who have not seen the latest one. */
import { z } from 'zod'
import { Refusal } from '../problems.ts'
import type { KeptVersion } from '../store/kept-documents.ts'
import type { Header } from './call.ts'

const TAG = '"3-9f86d081884c7d65"'

export function tag(does: string, example = TAG): Header {
  return { does, schema: z.string(), example }
}

/** Headers of an answer that has a version. */
export const VERSIONED = { ETag: tag('Identifies exactly this version.') }

/** Headers of a call that reads one. */
export const UNLESS_READ = { 'If-None-Match': tag('The ETag of a version that you already have.') }

/** A version changes with the erasure of a person, so its number alone would not do. */
export function etagOf({ version, documentHash }: Pick<KeptVersion, 'version' | 'documentHash'>): string {
  return `"${version}-${documentHash.replace('sha256:', '').slice(0, 16)}"`
}

interface Conditions {
  readonly 'If-Match'?: string
  readonly 'If-None-Match'?: string
}

/** By If-Match, with the ETag of what was read; by If-None-Match: * if there should be nothing yet. */
export function hasSeen(headers: Conditions, newest: KeptVersion | null): 'yes' | 'no' | 'unsaid' {
  const seen = headers['If-Match']
  if (seen !== undefined) {
    if (newest === null) return 'no'
    return seen.split(',').some((tag) => ['*', etagOf(newest)].includes(tag.trim())) ? 'yes' : 'no'
  }
  if (newest === null) return 'yes'
  return headers['If-None-Match'] === undefined ? 'unsaid' : 'no'
}

/** What has versions, and whose it is, in words. */
interface Versioned {
  readonly whose: 'This week' | 'This network'
  readonly what: 'document' | 'record'
}

/** `newest` is null if there is none any more. */
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
