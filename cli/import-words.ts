/** Describes an import's result for the terminal. */
import type { ImportAnswer, ImportGuess, ImportProblem, NotImported } from '../src/intake/imports/import-answer.ts'
import { complaintLine } from './complaints.ts'

/** Rows listed of each kind. */
const LISTED = 20

export function importWords(file: string, { understood, problems }: ImportAnswer): string {
  const { sentence = '', guesses = [], notImported = [] } = understood ?? {}
  return [
    `${file}: ${sentence}`,
    ...section('Not understood, so nothing was imported', problems.map(problemLine)),
    ...section('Please check', guesses.map(guessLine)),
    ...section('Deliberately not imported', notImported.map(leftLine)),
    '',
  ].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const more = lines.length - LISTED
  return ['', `${title} (${lines.length}):`, ...lines.slice(0, LISTED), ...(more > 0 ? [`  and ${more} more`] : [])]
}

function problemLine({ detail, seen, maybe, ...at }: ImportProblem): string {
  return `  ${complaintLine({ pointer: placeOf(at), detail, ...(seen === '' ? {} : { seen: `"${seen}"` }), ...(maybe === undefined ? {} : { maybe }) })}`
}

function guessLine({ seen, taken, ...at }: ImportGuess): string {
  return `  ${complaintLine({ pointer: placeOf(at), detail: seen === '' ? taken : `"${seen}" ${taken}` })}`
}

function leftLine({ seen, why, ...at }: NotImported): string {
  return `  ${complaintLine({ pointer: placeOf(at), detail: seen === '' ? why : `"${seen}", ${why}` })}`
}

/** "Rota, cell C7". */
function placeOf({ sheet, row, column }: Pick<ImportProblem, 'sheet' | 'row' | 'column'>): string {
  const cell =
    row === null ? (column === null ? '' : `column ${column}`) : column === null ? `row ${row}` : `cell ${column}${row}`
  return [sheet ?? '', cell].filter((one) => one !== '').join(', ')
}
