import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ruleBook } from '../../solver/rules/index.ts'
import { documentText } from '../../src/intake/network/document-text.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { readPublished } from '../../src/intake/record/past.ts'
import { LIMITS } from '../../src/policy.ts'
import type { Report } from '../../src/report.ts'
import { longDay } from '../../src/time.ts'
import { type Call, numberOption, textOption, textsOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { fromFile, jsonText, readJson, writeFileOf } from '../files.ts'
import { exitCodeOf } from '../plan-week.ts'
import { mondaysFrom, outlooks, type PlannedWeek, planWeeks, type Quarter } from '../plan-weeks.ts'
import { mondayOf, nextMonday } from '../weeks.ts'
import type { World } from '../world.ts'

/** A quarter of a year. */
const WEEKS = 13

/** `rota weeks RECORD`: a quarter, week by week, with fairness and waiting lists carried over. */
export const weeks: Command = {
  name: 'weeks',
  does: 'Plans several weeks one after the other from a network’s record: fair shares and waiting lists carry over, and clashes of leave are shown first.',
  arguments: [{ name: 'RECORD', help: "the network's record, a JSON file (- for standard input)" }],
  options: [
    { name: 'from', kind: 'text', value: 'DATE', help: 'a day of the first week (default: next week)' },
    { name: 'weeks', kind: 'whole', value: 'N', most: LIMITS.weeks, help: `number of weeks (default: ${WEEKS})` },
    { name: 'past', kind: 'texts', value: 'FILE …', help: 'reports of rotas published for earlier weeks' },
    {
      name: 'seconds',
      kind: 'number',
      value: 'N',
      help: 'time limit for each week in seconds (default: the record’s)',
    },
    { name: 'outlook', kind: 'flag', help: 'only show clashes of leave, and plan nothing' },
    { name: 'json', kind: 'flag', help: 'print JSON' },
    {
      name: 'output',
      short: 'o',
      kind: 'text',
      value: 'DIR',
      help: 'write each week’s document and report to a folder',
    },
  ],

  async run(call, world) {
    const quarter = await quarterOf(call, world)
    const seen = await fromFile(quarter.source, () => outlooks(quarter))
    for (const { from, words } of seen) if (words !== null) world.say(`Week of ${longDay(from)}: ${words}.`)
    const isJson = call.options.json === true
    if (call.options.outlook === true) {
      const calm = seen.every(({ words }) => words === null)
      if (isJson) world.write(jsonText({ weeks: seen }))
      else world.write(calm ? 'No clashes of leave.\n' : '')
      return EXIT.answered
    }
    const rows: ReturnType<typeof rowOf>[] = []
    let code: ExitCode = EXIT.answered
    for await (const week of planWeeks(quarter, settingsOf(call), world)) {
      await keep(call, week)
      rows.push(rowOf(week.report))
      if (!isJson) world.write(`${lineOf(week.report)}\n`)
      if (code === EXIT.answered) code = exitCodeOf(week.report)
    }
    if (isJson) world.write(jsonText({ weeks: rows.map((row, n) => ({ ...row, outlook: seen[n]?.words ?? null })) }))
    return code
  },
}

async function quarterOf(call: Call, world: World): Promise<Quarter> {
  const [source = ''] = call.arguments
  const given = await readJson(source, world)
  const record = await fromFile(source, () => checkRecord(given, ruleBook()))
  const past = []
  for (const path of textsOption(call, 'past')) {
    const report = await readJson(path, world)
    past.push(await fromFile(path, () => readPublished(report)))
  }
  const from = textOption(call, 'from')
  const first = from === undefined ? nextMonday(world.today()) : mondayOf(from, '--from')
  return { record, source, past, mondays: mondaysFrom(first, numberOption(call, 'weeks') ?? WEEKS) }
}

function settingsOf(call: Call) {
  const seconds = numberOption(call, 'seconds')
  return seconds === undefined ? {} : { seconds }
}

async function keep(call: Call, { from, document, report }: PlannedWeek): Promise<void> {
  const folder = textOption(call, 'output')
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  await writeFileOf(join(folder, `week-${from}.json`), documentText(document))
  await writeFileOf(join(folder, `rota-${from}.json`), jsonText(report))
}

function rowOf({ week, status, service, waiting, findings, cost }: Report) {
  return {
    from: week.from,
    status,
    urgentInTime: service.urgent.share,
    routineInTime: service.routine.share,
    waiting: Math.round(waiting.reduce((sum, { contacts }) => sum + contacts, 0)),
    safety: findings.filter(({ level }) => level === 'never' || level === 'safety').length,
    cost: cost.total,
  }
}

function lineOf(report: Report): string {
  const { from, status, urgentInTime, routineInTime, waiting, safety } = rowOf(report)
  if (report.assignments.length === 0) return `Week of ${longDay(from)}: no rota (${status}).`
  const percent = (share: number) => `${Math.floor(share * 100)}%`
  const findings = safety === 0 ? 'no safety finding' : `${safety} safety ${safety === 1 ? 'finding' : 'findings'}`
  return `Week of ${longDay(from)}: urgent ${percent(urgentInTime)}, other ${percent(routineInTime)} in time, ${waiting.toLocaleString('en-GB')} left waiting, ${findings}.`
}
