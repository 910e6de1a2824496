/** Findings as sentences, for a terminal. */
import { LEVELS } from '../../breach.ts'
import type { Finding } from '../../report.ts'
import { whole } from '../figures.ts'
import { LEVEL_NAMES } from '../levels.ts'
import { ink, type Paper } from './ink.ts'
import { cutList, type Print } from './print.ts'
import { wrap } from './wrap.ts'

/** Number of sentences shown per level unless everything is printed. */
const SHOWN = 8

/** Grouped by level, in order, each with its cause. */
export function findingLines(findings: readonly Finding[], print: Print): string[] {
  if (findings.length === 0) return ['Every rule is kept.']
  return LEVELS.flatMap((level) => {
    const mine = findings.filter((finding) => finding.level === level)
    if (mine.length === 0) return []
    const title = ink(
      `${LEVEL_NAMES[level]} (${whole(mine.length)})`,
      level === 'never' || level === 'safety' ? 'bad' : 'strong',
      print,
    )
    const { shown, more } = cutList(mine, SHOWN, print)
    const sentences = shown.flatMap((finding) => [
      ...wrap(`- ${finding.sentence}`, print.width, 2),
      ...(finding.cause === undefined ? [] : because(finding.cause, print)),
    ])
    return [title, ...sentences, ...more]
  })
}

/** A cause under its finding, indented and dimmed. */
function because(cause: string, paper: Paper): string[] {
  return wrap(cause, paper.width - 4).map((line) => ink(`    ${line}`, 'quiet', paper))
}
