/**
 * Opens our workbooks in LibreOffice, compares the displayed text, and reads back the files it saves: `npm run test:libreoffice`.
 * Fails if LibreOffice isn't installed, so that a skipped check isn't mistaken for success.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportKind } from '../src/intake/imports/import-answer.ts'
import { importContext } from '../src/intake/imports/import-context.ts'
import { importFile } from '../src/intake/imports/import-file.ts'
import { teamRows } from '../src/intake/record/team-rows.ts'
import type { NetworkRecord } from '../src/intake/record-document.ts'
import { teamWorkbook } from '../src/output/xlsx/team-workbook.ts'
import { xlsxRota } from '../src/output/xlsx/xlsx-rota.ts'
import { ROOT } from '../tests/source-files.ts'
import { sampleReport, sampleWeek } from '../tests/src/output/sample-report.ts'

const HOSTILE = '=HYPERLINK("x")'

const record: NetworkRecord = JSON.parse(readFileSync(`${ROOT}fixtures/records/fern-lane.json`, 'utf8'))
const people = record.people.map((person, n) => (n === 0 ? { ...person, name: HOSTILE } : person))

/** Workbooks, and texts that LibreOffice must show verbatim. */
const WORKBOOKS = [
  {
    name: 'rota.xlsx',
    bytes: await xlsxRota.write(sampleReport(), sampleWeek()),
    shows: sampleWeek().sites.map((site) => site.name),
    as: 'rota',
  },
  {
    name: 'team.xlsx',
    bytes: await teamWorkbook(record.network.name, teamRows({ ...record, people }, '2026-11-30')),
    shows: [HOSTILE, 'Mon AM', ...record.people.slice(1).map(({ name }) => name)],
    as: 'team',
  },
] as const

/** A context without a record, so that ids stand for themselves. */
const CONTEXT = importContext(null, { today: '2026-11-30' })

const folder = mkdtempSync(join(tmpdir(), 'rota-libreoffice-'))
const SAVED = join(folder, 'saved')
try {
  process.exitCode = check()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function check(): number {
  for (const { name, bytes } of WORKBOOKS) writeFileSync(join(folder, name), bytes)
  const files = WORKBOOKS.map(({ name }) => join(folder, name))
  // Export every sheet as a separate table, with cells as displayed.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
  if (!convert(filter, folder, files) || !convert('xlsx', SAVED, files)) {
    process.stderr.write('LibreOffice is not installed or did not open the files: nothing was checked.\n')
    return 1
  }
  const shown = WORKBOOKS.flatMap(({ name, shows }) => faultsIn(name.replace('.xlsx', ''), shows))
  const faults = [...shown, ...WORKBOOKS.flatMap(({ name, as }) => faultsOfSaved(name, as))]
  process.stdout.write(
    faults.length === 0
      ? `${WORKBOOKS.length} workbooks opened, every text as it is; saved there, they are read as they were.\n`
      : `${faults.join('\n')}\n`,
  )
  return faults.length === 0 ? 0 : 1
}

function convert(to: string, into: string, files: readonly string[]): boolean {
  const home = `-env:UserInstallation=file://${folder}/home`
  const words = [home, '--headless', '--convert-to', to, '--outdir', into, ...files]
  const { error, status } = spawnSync('soffice', words)
  return error === undefined && status === 0
}

/** The importer must find the same in a workbook saved by LibreOffice as in ours. */
function faultsOfSaved(name: string, as: ImportKind): string[] {
  const read = (path: string) => {
    const { problems, result, understood } = importFile(new Uint8Array(readFileSync(path)), as, CONTEXT)
    return JSON.stringify({ problems, result, guesses: understood?.guesses })
  }
  const [ours, theirs] = [join(folder, name), join(SAVED, name)].map(read)
  return ours === theirs ? [] : [`${name}: saved by LibreOffice, it is read as ${theirs}, not ${ours}`]
}

function faultsIn(name: string, shows: readonly string[]): string[] {
  const { stdout } = spawnSync('ls', [folder], { encoding: 'utf8' })
  const tables = stdout.split('\n').filter((file) => file.startsWith(`${name}-`) && file.endsWith('.csv'))
  const text = tables.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
  const missing = shows.filter((words) => !text.includes(words.replaceAll('"', '""')))
  const errors = text.match(/#(REF|NAME|VALUE|N\/A)|Err:\d+/g) ?? []
  return [
    ...(tables.length === 0 ? [`${name}: no sheet was opened`] : []),
    ...missing.map((words) => `${name}: ${words} is not shown`),
    ...errors.map((words) => `${name}: ${words}`),
  ]
}
