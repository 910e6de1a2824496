/** Remarks on a document, for a terminal. */
import type { Remark } from '../../remark.ts'
import { whole } from '../figures.ts'
import { ink, type Paper } from './ink.ts'
import { wrap } from './wrap.ts'

/** Number of remarks shown; the JSON report has them all. */
const SHOWN = 10

/** Under a heading of their own; empty if there are no remarks. */
export function remarkLines(remarks: readonly Remark[], paper: Paper): string[] {
  if (remarks.length === 0) return []
  const lines = remarks
    .slice(0, SHOWN)
    .flatMap(({ detail, maybe }) => [
      ...wrap(`- ${detail}`, paper.width, 2),
      ...(maybe === undefined ? [] : wrap(`suggestion: ${maybe}`, paper.width - 4)).map((line) =>
        ink(`    ${line}`, 'quiet', paper),
      ),
    ])
  const more = remarks.length > SHOWN ? [`  and ${whole(remarks.length - SHOWN)} more`] : []
  return [ink('Accepted, but probably not meant:', 'strong', paper), ...lines, ...more, '']
}
