/** Describes which rota a file contains. */
import type { Edition } from './output-format.ts'

/** "Published 2026-11-27 16:05 UTC, version 3." */
export function editionWords(edition: Edition | undefined): string {
  if (edition === undefined) return 'Not stored: a rota that was sent to be exported.'
  const { version, at, isPublished } = edition
  const when = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
  return isPublished
    ? `Published ${when}, version ${version}.`
    : `DRAFT, not published: version ${version}, made ${when}.`
}
