import { ruleBook } from '../../solver/rules/index.ts'
import { BadInput } from '../../src/errors.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { drawWeek } from '../../src/intake/record/draw-week.ts'
import { evidenceOf } from '../../src/intake/record/evidence.ts'
import { type PublishedRota, readPublished } from '../../src/intake/record/past.ts'
import type { PublishedWeek } from '../../src/intake/record/published-week.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import { evidenceInWords } from '../../src/output/text/evidence.ts'
import { isDay } from '../../src/time.ts'
import { type Call, textOption, textsOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, jsonText, readJson } from '../files.ts'
import type { World } from '../world.ts'

/** `rota evidence RECORD`: what a network planned and delivered over a quarter, for its board. */
export const evidence: Command = {
  name: 'evidence',
  does: 'Counts, from published rotas, what a board asks for: safety, fairness, protected time, wishes, access. Without names.',
  arguments: [{ name: 'RECORD', help: "the network's record, a JSON file (- for standard input)" }],
  options: [
    { name: 'past', kind: 'texts', value: 'FILE …', help: 'reports of the published rotas' },
    {
      name: 'drafts',
      kind: 'texts',
      value: 'FILE …',
      help: 'reports of the first rotas of these weeks, before anything was put right',
    },
    { name: 'from', kind: 'text', value: 'DATE', help: 'first day (default: of the first of these rotas)' },
    { name: 'to', kind: 'text', value: 'DATE', help: 'last day (default: of the last of these rotas)' },
    { name: 'json', kind: 'flag', help: 'print JSON' },
  ],

  async run(call, world) {
    const [file = ''] = call.arguments
    const given = await readJson(file, world)
    const record = await fromFile(file, () => checkRecord(given, ruleBook()))
    const reports: Given[] = []
    for (const path of textsOption(call, 'past')) {
      const report = await readJson(path, world)
      reports.push({ report, rota: await fromFile(path, () => readPublished(report)) })
    }
    reports.sort((a, b) => a.rota.from.localeCompare(b.rota.from))
    const period = periodOf(call, reports)
    const published = await fromFile(file, () => reports.map((one) => weekOf(one, record)))
    const drafts = await draftsIn(textsOption(call, 'drafts'), world)
    // Files don't record when something was changed.
    const told = evidenceOf(record, published, { ...period, changes: null, drafts })
    world.write(call.options.json === true ? jsonText(told) : `${evidenceInWords(told).join('\n')}\n`)
    return EXIT.answered
  },
}

async function draftsIn(paths: readonly string[], world: World) {
  const drafts = []
  for (const path of paths) {
    const report = await readJson(path, world)
    const { from } = await fromFile(path, () => readPublished(report))
    drafts.push({ from, judged: Object(report) as Readonly<Record<string, unknown>> })
  }
  return drafts
}

interface Given {
  readonly report: unknown
  readonly rota: PublishedRota
}

function periodOf(call: Call, reports: readonly Given[]) {
  const from = textOption(call, 'from') ?? reports[0]?.rota.from
  const to = textOption(call, 'to') ?? reports.at(-1)?.rota.to
  const wrong = Object.entries({ from, to }).flatMap(([name, day]) => {
    if (day !== undefined && isDay(day)) return []
    const detail =
      day === undefined ? 'Give the period, or reports with --past.' : 'A day must be written as YYYY-MM-DD.'
    return [{ pointer: `--${name}`, detail, ...(day === undefined ? {} : { seen: day }) }]
  })
  if (wrong.length > 0 || from === undefined || to === undefined) throw new BadInput(wrong)
  return { from, to }
}

/** Takes wishes, leave and contracts for that week from the record. */
function weekOf({ report, rota }: Given, record: NetworkRecord): PublishedWeek {
  const judged = typeof report === 'object' && report !== null ? { ...report } : {}
  const document = drawWeek(record, { from: rota.from, past: [], atlas: readAtlas() })
  return { from: rota.from, version: 1, document, assignments: rota.assignments, report: judged, judged }
}
