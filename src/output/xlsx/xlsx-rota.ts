/** A rota as a workbook (Office Open XML): figures, one sheet per site, people, duties, locum sessions, findings. */
import type { WriteSheet } from 'hucre/xlsx'
import type { Problem } from '../../problem.ts'
import type { RotaReport } from '../../report.ts'
import type { Edition, RotaFormat } from '../output-format.ts'
import { figuresSheet, summarySheet } from './figures-sheet.ts'
import { dutiesSheet, findingsSheet, gapsSheet, peopleSheet } from './list-sheets.ts'
import { type Sheet, sheetForExcel } from './sheet.ts'
import { sheetNames } from './sheet-names.ts'
import { siteSheet, sitesOf } from './site-sheet.ts'
import { tableSheet } from './table-sheet.ts'

export const xlsxRota: RotaFormat = {
  name: 'xlsx',
  does: 'a workbook: figures, a sheet for each site, people, duties and sessions for locums',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ending: '.xlsx',
  file: 'rota.xlsx',
  write: (report, problem, page) => workbook(sheetsOf(report, problem, page?.edition), report),
}

function sheetsOf(report: RotaReport, problem: Problem, edition: Edition | undefined): readonly Sheet[] {
  const sites = sitesOf(report, problem)
  const sheets = named([
    summarySheet(report, problem, edition),
    ...problem.sites.map((site) => siteSheet(sites, site)),
    ...[peopleSheet, dutiesSheet, gapsSheet, findingsSheet, figuresSheet].map((write) => write(report, problem)),
  ])
  return named([...sheets, tableSheet(report, problem, sheets.slice(1, problem.sites.length + 1))])
}

function named(sheets: readonly Sheet[]): readonly Sheet[] {
  const names = sheetNames(sheets.map(({ name }) => name))
  return sheets.map((sheet, n) => ({ ...sheet, name: names[n] ?? sheet.name }))
}

async function workbook(sheets: readonly Sheet[], { network, week }: RotaReport): Promise<Uint8Array> {
  // Loaded on demand, so that only callers who write a workbook pay for it.
  const { writeXlsx } = await import('hucre/xlsx')
  const day = new Date(`${week.from}T00:00:00Z`)
  return writeXlsx({
    sheets: sheets.map((sheet): WriteSheet => sheetForExcel(sheet)),
    namedRanges: sheets.map(({ name, frozen }) => ({
      name: '_xlnm.Print_Titles',
      range: titlesOf(name, frozen),
      scope: name,
    })),
    // The same rota must give the same bytes, so the time of day is left out.
    properties: { title: `${network.name}, week from ${week.from}`, creator: 'rota', created: day, modified: day },
  })
}

/**
 * Rows and columns repeated on each printed page. The library's own setting doesn't quote sheet names, which makes Excel repair the file.
 */
function titlesOf(name: string, { rows, columns }: Sheet['frozen']): string {
  const sheet = `'${name.replaceAll("'", "''")}'`
  const across = columns === 0 ? [] : [`${sheet}!$A:$${'ABCDEFGH'.charAt(columns - 1)}`]
  return [...across, `${sheet}!$1:$${rows}`].join(',')
}
