import { ruleBook } from '../../solver/rules/index.ts'
import { BadInput } from '../../src/errors.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { FILE_LIMITS } from '../../src/intake/cells/file-limits.ts'
import {
  IMPORT_KINDS,
  type ImportAnswer,
  type ImportKind,
  type ImportResult,
} from '../../src/intake/imports/import-answer.ts'
import { importContext } from '../../src/intake/imports/import-context.ts'
import { importFile, likelyKind } from '../../src/intake/imports/import-file.ts'
import { readMapping } from '../../src/intake/imports/mapping.ts'
import { mergedRecord } from '../../src/intake/imports/merged-record.ts'
import { documentText } from '../../src/intake/network/document-text.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { proposedRecord } from '../../src/intake/record/proposal.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import { type Call, flag, numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, jsonText, readBytes, readJson, writeFileOf } from '../files.ts'
import { importWords } from '../import-words.ts'
import { nextMonday } from '../weeks.ts'
import type { World } from '../world.ts'

/** `rota import FILE …`: a team, leave, demand or a rota from the files people have. */
export const importCommand: Command = {
  name: 'import',
  does: 'Reads a team, leave, demand or a rota from spreadsheets, calendars and NHS publications. What isn’t understood is listed cell by cell, and then nothing is imported.',
  arguments: [{ name: 'FILE', help: 'an Excel workbook, separated text or a calendar', several: true }],
  options: [
    {
      name: 'as',
      kind: 'text',
      value: 'KIND',
      choices: IMPORT_KINDS,
      help: `what the files hold: ${IMPORT_KINDS.join(', ')} (default: by their content)`,
    },
    { name: 'preview', kind: 'flag', help: 'only say what would be imported' },
    {
      name: 'record',
      kind: 'text',
      value: 'RECORD',
      help: "the network's record: names are matched to it, and the output is that record with the import in it",
    },
    { name: 'network', kind: 'text', value: 'ODS', help: 'instead of a record: start from the open data of a network' },
    {
      name: 'mapping',
      kind: 'text',
      value: 'FILE',
      help: 'corrections to apply, JSON: roles, words, people, needs, sites',
    },
    { name: 'year', kind: 'whole', value: 'YEAR', help: 'the year of dates without one' },
    { name: 'role', kind: 'text', value: 'ROLE', help: 'the role of people for whom the file names none' },
    { name: 'site', kind: 'text', value: 'SITE', help: 'the site of people for whom the file names none' },
    { name: 'json', kind: 'flag', help: 'print the whole answer as JSON: what was understood, problems, result' },
    {
      name: 'output',
      short: 'o',
      kind: 'text',
      value: 'FILE',
      help: 'write the record, or the result if no network is given, to a file',
    },
  ],

  async run(call, world) {
    const record = await recordOf(call, world)
    const mappingFile = textOption(call, 'mapping')
    const mapping =
      mappingFile === undefined
        ? {}
        : await fromFile(mappingFile, async () => readMapping(await readJson(mappingFile, world)))
    const [year, role, site] = [numberOption(call, 'year'), textOption(call, 'role'), textOption(call, 'site')]
    const options = {
      today: world.today(),
      mapping,
      ...(year === undefined ? {} : { year }),
      ...(role === undefined ? {} : { role }),
      ...(site === undefined ? {} : { site }),
    }
    let merged = record
    const answers: { readonly file: string; readonly answer: ImportAnswer }[] = []
    for (const file of call.arguments) {
      const bytes = await readBytes(file, FILE_LIMITS.textBytes)
      const context = importContext(merged, options)
      const answer = await fromFile(file, () => importFile(bytes, kindOf(call) ?? likelyKind(bytes, context), context))
      answers.push({ file, answer })
      if (merged !== null && answer.result !== undefined) merged = mergedRecord(merged, answer.result)
    }
    await report(call, { answers, merged }, world)
    return answers.every(({ answer }) => answer.problems.length === 0) || flag(call, 'preview')
      ? EXIT.answered
      : EXIT.badInput
  },
}

function kindOf(call: Call): ImportKind | undefined {
  return IMPORT_KINDS.find((kind) => kind === textOption(call, 'as'))
}

async function recordOf(call: Call, world: World): Promise<NetworkRecord | null> {
  const [file, ods] = [textOption(call, 'record'), textOption(call, 'network')]
  if (file !== undefined && ods !== undefined)
    throw new BadInput([{ pointer: '', detail: '--record and --network exclude each other.' }])
  if (file !== undefined) {
    const given = await readJson(file, world)
    return fromFile(file, () => checkRecord(given, ruleBook()))
  }
  return ods === undefined ? null : proposedRecord(readAtlas(), ods, { week: nextMonday(world.today()), seed: 1 })
}

interface Imported {
  readonly answers: readonly { readonly file: string; readonly answer: ImportAnswer }[]
  readonly merged: NetworkRecord | null
}

async function report(call: Call, { answers, merged }: Imported, world: World): Promise<void> {
  const [only] = answers
  if (flag(call, 'json'))
    world.write(
      jsonText(answers.length === 1 ? only?.answer : answers.map(({ file, answer }) => ({ file, ...answer }))),
    )
  else if (flag(call, 'preview')) world.write(answers.map(({ file, answer }) => importWords(file, answer)).join('\n'))
  else
    for (const { file, answer } of answers)
      for (const line of importWords(file, answer).trimEnd().split('\n')) world.say(line)
  if (flag(call, 'preview') || answers.some(({ answer }) => answer.result === undefined)) return
  const text =
    merged === null
      ? jsonText(together(answers.map(({ answer }) => answer.result ?? {})))
      : documentText(checkRecord(merged, ruleBook()))
  const output = textOption(call, 'output')
  if (output !== undefined) await writeFileOf(output, text)
  else if (!flag(call, 'json')) world.write(text)
}

/** Merges the results of several files. */
function together(results: readonly ImportResult[]): ImportResult {
  const joined: Record<string, unknown> = {}
  for (const result of results)
    for (const [name, value] of Object.entries(result)) {
      const before = joined[name]
      joined[name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value
    }
  return joined
}
