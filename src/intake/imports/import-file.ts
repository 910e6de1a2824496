/** Entry point for users' files: imports any of them as a team, leave, demand or a rota, all or nothing. */
import type { CellFile, SheetFile } from '../cells/cell-file.ts'
import { readCellFile } from '../cells/cell-file.ts'
import { decodedText } from '../cells/decoded-text.ts'
import { FILE_LIMITS } from '../cells/file-limits.ts'
import { importCounts } from './counts/own-counts.ts'
import { Account, type ImportAnswer, type ImportContext, type ImportKind } from './import-answer.ts'
import { importLeave } from './leave/leave-import.ts'
import { leaveList } from './leave/leave-list.ts'
import { importGpad, isGpad } from './publications/gpad.ts'
import { importPracticeTable, publicationIn } from './publications/practice-tables.ts'
import { zippedTable } from './publications/zipped.ts'
import { importOwnJson, importOwnTable } from './rota/own-rota.ts'
import { importRota } from './rota/rota-import.ts'
import { tableHeads } from './team/headings.ts'
import { importTeam } from './team/team-import.ts'

/** Throws a BadInput if the file can't be read at all. Anything not understood within a readable file is listed in the answer. */
export function importFile(given: Uint8Array, as: ImportKind, context: ImportContext): ImportAnswer {
  const bytes = unpacked(given, context)
  if (bytes.length <= FILE_LIMITS.textBytes && isGpad(decodedText(bytes.subarray(0, 4096)).text))
    return as === 'demand' ? importGpad(bytes, context) : published(as, 'Appointments in General Practice')
  const file = readCellFile(bytes)
  if (file.kind === 'json' && as === 'rota') return importOwnJson(file.text, file.what, context)
  if (file.kind !== 'sheets') return as === 'leave' ? importLeave(file, context) : otherKind(file, as)
  const publication = as === 'demand' ? null : publicationIn(file)
  if (publication !== null) return published(as, publication)
  if (as === 'leave') return importLeave(file, context)
  if (as === 'team') return importTeam(file, context)
  if (as === 'rota') return importOwnTable(file, context) ?? importRota(file, context)
  return importDemand(file, context)
}

/** Guesses what a file contains, if the user doesn't say. */
export function likelyKind(given: Uint8Array, context: ImportContext): ImportKind {
  const bytes = unpacked(given, context)
  if (isGpad(decodedText(bytes.subarray(0, 4096)).text)) return 'demand'
  const file = readCellFile(bytes)
  if (file.kind !== 'sheets') return file.kind === 'calendar' ? 'leave' : 'rota'
  if (publicationIn(file) !== null) return 'demand'
  const sheets = file.sheets.filter(({ hidden }) => !hidden)
  if (sheets.some((sheet) => tableHeads(sheet).length > 0)) return 'team'
  if (sheets.some((sheet) => leaveList(sheet, context, new Account()) !== null)) return 'leave'
  const tries = (['rota', 'demand'] as const).map((as) => ({ as, answer: importFile(bytes, as, context) }))
  return tries.reduce((best, one) => (one.answer.problems.length < best.answer.problems.length ? one : best)).as
}

function unpacked(bytes: Uint8Array, { sites }: ImportContext): Uint8Array {
  const codes = sites.map(({ id }) => id.toUpperCase())
  return zippedTable(bytes, codes) ?? bytes
}

/** Answer for a publication imported as the wrong kind. */
function published(as: ImportKind, publication: string): ImportAnswer {
  const account = new Account()
  account.problem(
    {},
    publication,
    `This is published by the NHS, not ${as === 'leave' ? 'leave' : `a ${as}`}.`,
    'the file imported as demand',
  )
  return account.answer(
    { as, file: publication, sentence: 'A publication, with figures of practices.', counts: {} },
    {},
  )
}

function importDemand(file: SheetFile, context: ImportContext): ImportAnswer {
  return importPracticeTable(file, context) ?? importCounts(file, context)
}

function otherKind({ kind, what }: CellFile, as: ImportKind): ImportAnswer {
  const account = new Account()
  const maybe =
    kind === 'calendar' ? 'the calendar imported as leave, or a spreadsheet' : 'a spreadsheet, saved as .xlsx or .csv'
  account.problem(
    {},
    what,
    `A ${kind === 'calendar' ? 'calendar' : 'JSON file'} cannot be imported as ${as === 'demand' ? 'demand' : `a ${as}`}.`,
    maybe,
  )
  return account.answer({ as, file: what, sentence: 'This kind of file does not hold that.', counts: {} }, {})
}
