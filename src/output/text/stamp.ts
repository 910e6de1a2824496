/** The last lines of a report: how good the rota is, and how to reproduce it. */
import type { Report } from '../../report.ts'
import { counted, whole } from '../figures.ts'
import { ink } from './ink.ts'
import type { Print } from './print.ts'
import { levelSentences, statusSentence } from './status.ts'
import { wrap } from './wrap.ts'

/** One sentence on proof, or one per level if everything is printed, followed by what is needed to reproduce the report. */
export function proofLines(report: Report, print: Print): string[] {
  const levels = print.all === true ? levelSentences(report).flatMap((line) => wrap(`- ${line}`, print.width, 2)) : []
  return [
    ...wrap([statusSentence(report), checkWords(report)].join(' '), print.width),
    ...levels,
    ...stampLines(report, print),
  ]
}

/** In small print: what is needed to reproduce the report. */
export function stampLines(report: Report, print: Print): string[] {
  return wrap(stampWords(report, print), print.width).map((line) => ink(line, 'quiet', print))
}

function checkWords({ stamp, audit }: Report): string {
  if (!stamp.checked) return ''
  return `Our own check of the rota and the optimiser’s account of it ${audit.agrees ? 'agree' : 'DIFFER'}.`
}

function stampWords({ stamp }: Report, print: Print): string {
  const size = `${counted(stamp.columns, 'column')} (${whole(stamp.wholeColumns)} whole), ${counted(stamp.rows, 'row')}`
  return [
    `${stamp.engine} ${stamp.engineVersion}`,
    `${stamp.seconds} s`,
    `seed ${stamp.seed}`,
    `document ${stamp.documentHash.slice(0, 19)}`,
    `rules ${stamp.rulesVersion}`,
    ...(print.all === true ? [size] : []),
  ].join(' · ')
}
