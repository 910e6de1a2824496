/** Findings as sentences, for a terminal. */
import { LEVELS, type Level } from '../../breach.ts'
import type { Finding } from '../../report.ts'
import { whole } from '../figures.ts'
import { LEVEL_NAMES } from '../levels.ts'
import { ink, type Paper } from './ink.ts'
import { wrap } from './wrap.ts'

/** Sentences shown in each level; a report as JSON holds them all. */
const SHOWN = 8

/** Levels on which the cause is told beside the finding; a report as JSON tells every cause. */
const EXPLAINED: readonly Level[] = ['never', 'safety', 'urgent', 'service']

/** Grouped by level, in the order in which they come. */
export function findingLines(findings: readonly Finding[], paper: Paper): string[] {
  if (findings.length === 0) return ['Every rule is kept.']
  return LEVELS.flatMap((level) => {
    const mine = findings.filter((finding) => finding.level === level)
    if (mine.length === 0) return []
    const title = ink(
      `${LEVEL_NAMES[level]} (${whole(mine.length)})`,
      level === 'never' || level === 'safety' ? 'bad' : 'strong',
      paper,
    )
    const sentences = mine
      .slice(0, SHOWN)
      .flatMap((finding) => [
        ...wrap(`- ${finding.sentence}`, paper.width, 2),
        ...(finding.cause === undefined || !EXPLAINED.includes(level) ? [] : because(finding.cause, paper)),
      ])
    return [title, ...sentences, ...(mine.length > SHOWN ? [`  and ${whole(mine.length - SHOWN)} more`] : [])]
  })
}

/** Under the finding, indented and quiet. */
function because(cause: string, paper: Paper): string[] {
  return wrap(cause, paper.width - 4).map((line) => ink(`    ${line}`, 'quiet', paper))
}
