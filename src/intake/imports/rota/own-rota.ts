/** Reads back rotas written by this program (session table, FHIR bundle, report), using ids and ignoring the names next to them. */
import { z } from 'zod'
import { WORKS } from '../../../rota.ts'
import { sheetCheck } from '../../../sheet-check.ts'
import type { SheetFile } from '../../cells/cell-file.ts'
import { addressOf, type Cell, cellAt, type Sheet, textOf } from '../../cells/sheet.ts'
import { plainText } from '../../csv-rows.ts'
import { assignmentSchema } from '../../document/schema.ts'
import { parseJson } from '../../json/parse-json.ts'
import type { AssignmentDocument } from '../../rota-document.ts'
import { dayOf, writtenDate } from '../date-words.ts'
import { Account, type ImportAnswer, type ImportContext, type Place } from '../import-answer.ts'
import { inWeek } from './rota-import.ts'

/** A row of a file before its ids are resolved. */
interface Row {
  readonly at: Place
  readonly given: unknown
}

const COLUMNS = ['row', 'date', 'part', 'site', 'person', 'work'] as const

/** Null for any other table. Accepts tables saved again by a spreadsheet program. */
export function importOwnTable(file: SheetFile, context: ImportContext): ImportAnswer | null {
  for (const sheet of file.sheets) {
    const heads = new Map((sheet.rows[0] ?? []).map((cell, column) => [textOf(cell).toLowerCase(), column]))
    if (!COLUMNS.every((name) => heads.has(name))) continue
    const rows = sheet.rows.flatMap((_, row) => (row === 0 ? [] : sessionRow(sheet, row, heads)))
    const others = changedSheets(file, sheet, heads)
    return answer(rows, { file: file.what, from: 'the table that rota writes', table: sheet.name, others }, context)
  }
  return null
}

type Heads = ReadonlyMap<string, number>

/** Site sheets of our workbook that have been edited. They can't be imported, because they only show abbreviated sessions. */
function changedSheets({ sheets }: SheetFile, table: Sheet, heads: Heads): readonly string[] {
  const at = (row: number, name: string) => textOf(cellAt(table, row, heads.get(name) ?? -1))
  return table.rows.flatMap((_, row) => {
    if (at(row, 'row').toLowerCase() !== 'sheet') return []
    const name = plainText(at(row, 'site name'))
    const other = sheets.find((one) => one.name === name)
    const isSame = other === undefined || sheetCheck(other.rows.map((cells) => cells.map(textOf))) === at(row, 'check')
    return isSame ? [] : [name]
  })
}

function sessionRow(sheet: Sheet, row: number, heads: Heads): Row[] {
  const cell = (name: string): Cell => cellAt(sheet, row, heads.get(name) ?? -1)
  const text = (name: string) => plainText(textOf(cell(name)))
  if (text('row').toLowerCase() !== 'session') return []
  const written = writtenDate(cell('date'))
  const date = written === null ? null : dayOf(written, { monthFirst: false, year: null })
  const [person, part, site, work] = (['person', 'part', 'site', 'work'] as const).map(text)
  const remote = /^(yes|true|1)$/i.test(text('remote')) ? { remote: true } : {}
  const at = { sheet: sheet.name, ...addressOf(row, heads.get('person') ?? 0) }
  return [{ at, given: { person, date: date ?? text('date'), part, site, work, ...remote } }]
}

const coding = z.looseObject({ system: z.string(), code: z.string() })
const concepts = z.array(z.looseObject({ coding: z.array(coding) })).default([])
const identifiers = z.array(z.looseObject({ system: z.string(), value: z.string() })).default([])
const resource = z.looseObject({
  resourceType: z.string(),
  id: z.string().default(''),
  identifier: identifiers.catch([]),
  serviceCategory: concepts.catch([]),
  actor: z
    .array(z.looseObject({ reference: z.string().default('') }))
    .catch([])
    .default([]),
})
const bundleSchema = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.looseObject({ resource: z.unknown() })),
})
const rotaSchema = z.looseObject({ assignments: z.array(z.unknown()) })

const OURS = 'https://rota.example/id/'
const SITE_CODES = 'https://fhir.nhs.uk/Id/ods-site-code'

/** Accepts our FHIR bundle, a report, or plain assignments as JSON. */
export function importOwnJson(text: string, file: string, context: ImportContext): ImportAnswer {
  const value = parseJson(text)
  const bundle = bundleSchema.safeParse(value)
  if (bundle.success) {
    const rows = schedulesIn(bundle.data.entry.map((entry) => entry.resource))
    return answer(rows, { file: 'FHIR bundle', from: 'its schedules' }, context)
  }
  const rota = rotaSchema.safeParse(Array.isArray(value) ? { assignments: value } : value)
  const given = rota.success ? rota.data.assignments : []
  return answer(
    given.map((one, n) => ({ at: { row: n + 1 }, given: one })),
    { file, from: 'its assignments' },
    context,
  )
}

type Resource = z.output<typeof resource>

function schedulesIn(given: readonly unknown[]): Row[] {
  const resources = given.flatMap((one) => resource.safeParse(one).data ?? [])
  const byAddress = new Map(resources.map((one) => [`${one.resourceType}/${one.id}`, one]))
  return resources
    .filter(({ resourceType }) => resourceType === 'Schedule')
    .map((schedule, n) => ({ at: { row: n + 1 }, given: assignmentOf(schedule, byAddress) }))
}

function assignmentOf(schedule: Resource, byAddress: ReadonlyMap<string, Resource>) {
  const codes = schedule.serviceCategory.flatMap((concept) => concept.coding)
  const code = (system: string) => codes.find((one) => one.system === `${OURS}${system}`)?.code
  const actor = (type: string) => {
    const address = schedule.actor.find(({ reference }) => reference.startsWith(`${type}/`))?.reference ?? ''
    return byAddress.get(address)?.identifier ?? []
  }
  const own = (type: string, system: string) => actor(type).find((one) => one.system === `${OURS}${system}`)?.value
  const [date, part] = schedule.identifier.find(({ system }) => system === `${OURS}session`)?.value.split(' ') ?? []
  const site = own('Location', 'site') ?? actor('Location').find(({ system }) => system === SITE_CODES)?.value
  const remote = code('mode') === 'remote' ? { remote: true } : {}
  return { person: own('Practitioner', 'person'), date, part, site, work: code('work'), ...remote }
}

interface Source {
  readonly file: string
  /** What the rota was read from. */
  readonly from: string
  /** Name of the sheet with the table. */
  readonly table?: string | null
  /** Other sheets that were edited. */
  readonly others?: readonly string[]
}

function answer(rows: readonly Row[], source: Source, context: ImportContext): ImportAnswer {
  const { file, from, table = null, others = [] } = source
  const account = new Account()
  for (const sheet of others)
    account.guess(
      { sheet },
      sheet,
      `changed since it was written, but not read: sessions are taken from the sheet ${table ?? 'with the table'}. Change them there, or on the board`,
    )
  if (rows.length === 0)
    account.problem(
      {},
      file,
      'This holds no sessions that rota has written.',
      'a spreadsheet with people and dates, or a table, FHIR bundle or report of rota’s own',
    )
  const all = rows.flatMap((row) => readRow(row, context, account))
  const assignments = inWeek(all, context.week, account)
  const people = new Set(assignments.map(({ person }) => person)).size
  const sentence = `${assignments.length} sessions of ${people} people, from ${from}.`
  const counts = { assignments: assignments.length, people }
  return account.answer({ as: 'rota', file, sentence, counts }, { assignments })
}

function readRow({ at, given }: Row, context: ImportContext, account: Account): AssignmentDocument[] {
  const read = assignmentSchema.safeParse(given)
  if (!read.success) {
    const what = typeof given === 'object' && given !== null ? Object.values(given).join(' ') : String(given)
    const [issue] = read.error.issues
    const name = String(issue?.path[0] ?? '')
    account.problem(
      at,
      what,
      `This is not a session: ${name === '' ? 'it has other fields' : `${name} is missing or cannot be that`}.`,
      name === 'work' ? WORKS.join(', ') : undefined,
    )
    return []
  }
  const { person, site } = read.data
  const [whom, where] = [context.mapping.people?.[person.toLowerCase()], context.mapping.sites?.[site.toLowerCase()]]
  if (whom === '-') return []
  const known = { ...read.data, person: whom ?? person, site: where ?? site }
  if (context.people.length > 0 && !context.people.some(({ id }) => id === known.person)) {
    account.problem(
      { ...at, correct: { by: 'people', word: person.toLowerCase() } },
      person,
      'Nobody here has this id.',
    )
    return []
  }
  if (context.sites.length > 0 && !context.sites.some(({ id }) => id === known.site)) {
    account.problem(
      { ...at, correct: { by: 'sites', word: site.toLowerCase() } },
      site,
      'The network has no such site.',
    )
    return []
  }
  return [known]
}
