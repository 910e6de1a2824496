/**
 * Reads publications with one row per practice (calls, online requests, list sizes and weighted lists), and recognises those that are of
 * no use here.
 */
import type { SheetFile } from '../../cells/cell-file.ts'
import { addressOf, type Cell, cellAt, type Sheet, textOf } from '../../cells/sheet.ts'
import { Account, type ImportAnswer, type ImportContext, type ImportResult } from '../import-answer.ts'
import type { PublishedPractice } from './published-figures.ts'

interface TableKind {
  readonly publication: string
  readonly practice: RegExp
  readonly name: RegExp | null
  readonly total: RegExp
  readonly by: Readonly<Record<string, RegExp>>
  /** What `total` counts, in words. */
  readonly counts: string
  readonly month: RegExp | null
  readonly sites?: { readonly patients: RegExp; readonly adjusted?: RegExp }
  /** Counts only rows whose column with this heading has this value. */
  readonly only?: readonly (readonly [heading: RegExp, value: RegExp])[]
}

const KINDS: readonly TableKind[] = [
  {
    publication: 'Cloud Based Telephony',
    practice: /^gp practice \(ods_code\)/i,
    name: /^gp name/i,
    total: /^count of inbound calls/i,
    by: {
      answered: /^answered/i,
      'ended in the menu': /^ended during the ivr/i,
      'call back requested': /^call back requested/i,
      missed: /^missed/i,
    },
    counts: 'calls',
    month: /^month/i,
  },
  {
    publication: 'Submissions via Online Consultation Systems',
    practice: /^gp code/i,
    name: /^gp name/i,
    total: /^submissions/i,
    by: {
      clinical: /^clinical submissions/i,
      administrative: /^administrative submissions/i,
      other: /^other\/unknown/i,
    },
    counts: 'online requests',
    month: /^month/i,
  },
  {
    publication: 'Patients Registered at a GP Practice',
    practice: /^code$/i,
    name: null,
    total: /^number_of_patients$/i,
    by: {},
    counts: 'patients',
    month: /^extract_date$/i,
    sites: { patients: /^number_of_patients$/i },
    only: [
      [/^type$/i, /^gp$/i],
      [/^sex$/i, /^all$/i],
      [/^age$/i, /^all$/i],
    ],
  },
  {
    publication: 'NHS Payments to General Practice',
    practice: /^practice code$/i,
    name: /^practice name$/i,
    total: /^number of registered patients/i,
    by: { weighted: /^number of weighted patients/i },
    counts: 'patients',
    month: null,
    sites: { patients: /^number of registered patients/i, adjusted: /^number of weighted patients/i },
  },
]

/** Recognised publications that are no use for a rota, with a suggestion of what to use instead. */
const OTHERS: readonly (readonly [heading: RegExp, what: string, maybe: string])[] = [
  [
    /^included practices$/i,
    'This is the coverage of the appointment figures, not the figures.',
    'the regional, daily or practice-level file of the same publication',
  ],
  [
    /^pcn code$/i,
    'This is a list of primary care networks and their practices.',
    'nothing: the atlas has every network; npm run atlas renews it',
  ],
  [
    /^name of field$/i,
    'This explains the columns of the workforce file and has no figures.',
    'a list of your own team',
  ],
]

interface Found {
  readonly kind: TableKind
  readonly sheet: Sheet
  readonly row: number
}

/** Null if no sheet contains such a table. */
export function importPracticeTable(file: SheetFile, context: ImportContext): ImportAnswer | null {
  const account = new Account()
  const found = file.sheets.flatMap((sheet) => findIn(sheet) ?? [])[0]
  if (found !== undefined) return read(found, file, context, account)
  const refusal = refusalOf(file.sheets)
  if (refusal === null) return null
  account.problem({}, refusal.seen, refusal.detail, refusal.maybe)
  return account.answer({ as: 'demand', file: file.what, sentence: refusal.detail, counts: {} }, {})
}

/** The publication's name; null if it isn't one of these. */
export function publicationIn({ sheets }: SheetFile): string | null {
  const found = sheets.flatMap((sheet) => findIn(sheet) ?? [])[0]
  return found?.kind.publication ?? refusalOf(sheets)?.detail ?? null
}

function findIn(sheet: Sheet): Found | null {
  for (const [row, cells] of sheet.rows.slice(0, 60).entries())
    for (const kind of KINDS) {
      const has = (pattern: RegExp) => cells.some((cell) => typeof cell === 'string' && pattern.test(cell))
      if (has(kind.practice) && has(kind.total) && (kind.name === null || has(kind.name))) return { kind, sheet, row }
    }
  return null
}

function refusalOf(sheets: readonly Sheet[]) {
  for (const { rows } of sheets) {
    const first = rows[0] ?? []
    const other = OTHERS.find(([heading]) => first.some((cell) => typeof cell === 'string' && heading.test(cell)))
    if (other !== undefined) return { seen: textOf(first[0] ?? null), detail: other[1], maybe: other[2] }
    if (first.length >= 20 && /^[A-Z]\d{5}$/.test(textOf(first[0] ?? null)))
      return {
        seen: textOf(first[0] ?? null),
        detail: 'This is a list of practices’ addresses without headings, from the Organisation Data Service.',
        maybe: 'nothing: the atlas has every practice; npm run atlas renews it',
      }
  }
  return null
}

function read(
  { kind, sheet, row: head }: Found,
  file: SheetFile,
  context: ImportContext,
  account: Account,
): ImportAnswer {
  const column = (pattern: RegExp | null | undefined) =>
    pattern == null ? -1 : (sheet.rows[head] ?? []).findIndex((cell) => typeof cell === 'string' && pattern.test(cell))
  const wanted = new Set(context.sites.map(({ id }) => id.toUpperCase()))
  const practices: PublishedPractice[] = []
  const sites: { id: string; patients: number; adjustedPatients?: number }[] = []
  let published: number | null = null
  let elsewhere = 0
  for (let row = head + 1; row < sheet.rows.length; row += 1) {
    const at = (pattern: RegExp | null | undefined): Cell =>
      pattern == null ? null : cellAt(sheet, row, column(pattern))
    const ods = textOf(at(kind.practice)).toUpperCase()
    const total = countIn(at(kind.total))
    if (/^total$/i.test(textOf(cellAt(sheet, row, 0)))) published = total
    if (/^UNASSIGNED$|^UNMAPPED$/.test(ods))
      account.leaveOut(
        { sheet: sheet.name, row: row + 1 },
        `${ods.toLowerCase()}: ${total ?? ''}`,
        'not credited to a practice',
      )
    if (!/^[A-Z]\d{5}$/.test(ods) || !(kind.only ?? []).every(([heading, value]) => value.test(textOf(at(heading)))))
      continue
    if (total === null) {
      account.problem(
        { sheet: sheet.name, ...addressOf(row, column(kind.total)) },
        textOf(at(kind.total)),
        `The number of ${kind.counts} is not a number.`,
        'the file downloaded again',
      )
      continue
    }
    if (wanted.size > 0 && !wanted.has(ods)) {
      elsewhere += 1
      continue
    }
    practices.push({
      ods,
      name: textOf(at(kind.name)),
      total,
      by: Object.fromEntries(
        Object.entries(kind.by).flatMap(([name, pattern]) => {
          const n = countIn(at(pattern))
          return n === null ? [] : [[name, n]]
        }),
      ),
    })
    const patients = countIn(at(kind.sites?.patients))
    const adjusted = countIn(at(kind.sites?.adjusted))
    if (patients !== null && patients > 0)
      sites.push({ id: ods, patients, ...(adjusted === null ? {} : { adjustedPatients: adjusted }) })
  }
  if (elsewhere > 0) account.leaveOut({}, `${elsewhere} practices`, 'not in this network')
  if (published !== null)
    account.leaveOut({ sheet: sheet.name }, `Total: ${published.toLocaleString('en-GB')}`, 'the published total')
  if (practices.length === 0 && !account.hasProblems)
    account.problem(
      { sheet: sheet.name },
      '',
      'None of the network’s practices is in this file.',
      'the file of the whole of England',
    )
  return answered(
    { kind, sheet, row: head },
    { practices, sites, file, month: monthIn(sheet, head, column(kind.month)) },
    account,
  )
}

interface Rows {
  readonly practices: readonly PublishedPractice[]
  readonly sites: NonNullable<ImportResult['sites']>
  readonly file: SheetFile
  readonly month: string | null
}

function answered({ kind }: Found, { practices, sites, file, month }: Rows, account: Account): ImportAnswer {
  const total = practices.reduce((sum, one) => sum + one.total, 0)
  const figures = {
    publication: kind.publication,
    from: month,
    to: month,
    rows: practices.length,
    total,
    sums: {},
    areas: {},
    days: {},
    practices,
  }
  return account.answer(
    {
      as: 'demand',
      file: `${file.what}: ${kind.publication}`,
      sentence: `${total.toLocaleString('en-GB')} ${kind.counts} of ${practices.length} practices${month === null ? '' : `, ${month}`}.`,
      counts: { practices: practices.length, [kind.counts]: total },
    },
    { figures, ...(sites.length === 0 ? {} : { sites }) },
  )
}

function countIn(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) && cell >= 0 ? cell : null
  const text = typeof cell === 'string' ? cell.replaceAll(',', '') : ''
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

function monthIn(sheet: Sheet, head: number, column: number): string | null {
  for (const row of sheet.rows.slice(head + 1)) {
    const text = textOf(row[column] ?? null)
    if (/^\d{4}-\d\d-\d\d/.test(text)) return text.slice(0, 7)
  }
  return null
}
