/** Plans consecutive weeks, each generated from a record and the previous rotas. */
import { choiceFor } from '../solver/engine-choice.ts'
import { outlookInWords } from '../solver/explain/why/leave/outlook-in-words.ts'
import { weekOutlook } from '../solver/explain/why/leave/week-outlook.ts'
import { ruleBook } from '../solver/rules/index.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import { drawWeek } from '../src/intake/record/draw-week.ts'
import { type PublishedRota, readPublished } from '../src/intake/record/past.ts'
import type { NetworkRecord } from '../src/intake/record-document.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import type { Report } from '../src/report.ts'
import { addDays, type Day } from '../src/time.ts'
import { planWeek, type Settings } from './plan-week.ts'
import type { World } from './world.ts'

export interface Quarter {
  readonly record: NetworkRecord
  /** Source named in errors. */
  readonly source: string
  readonly mondays: readonly Day[]
  /** Previously published rotas. */
  readonly past: readonly PublishedRota[]
}

export interface Outlook {
  readonly from: Day
  /** Null for an ordinary week. */
  readonly words: string | null
}

/** Outlook on the weeks before anything is solved. */
export async function outlooks({ record, mondays, past }: Quarter): Promise<readonly Outlook[]> {
  const found: Outlook[] = []
  for (const from of mondays) {
    const problem = readDocument(drawWeek(record, { from, past, atlas: readAtlas() }), ruleBook())
    const { engine } = choiceFor(problem)
    try {
      found.push({ from, words: outlookInWords(await weekOutlook(problem, engine), problem) })
    } finally {
      await engine.close?.()
    }
  }
  return found
}

export interface PlannedWeek {
  readonly from: Day
  readonly document: RotaDocument
  readonly report: Report
}

/** Plans each week as if the previous one were published; a week without a rota passes nothing on. */
export async function* planWeeks(quarter: Quarter, settings: Settings, world: World): AsyncGenerator<PlannedWeek> {
  const past = [...quarter.past]
  for (const from of quarter.mondays) {
    const document = drawWeek(quarter.record, { from, past, atlas: readAtlas() })
    const { report } = await planWeek({ document, source: quarter.source }, settings, world)
    if (report.assignments.length > 0) past.push(readPublished(JSON.parse(JSON.stringify(report))))
    yield { from, document, report }
  }
}

export function mondaysFrom(monday: Day, weeks: number): Day[] {
  return Array.from({ length: weeks }, (_, n) => addDays(monday, 7 * n))
}
