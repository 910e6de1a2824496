/** A rota as a page for print: one A4 sheet per site and week. Self-contained: no scripts, no external resources. */
import type { Problem } from '../../problem.ts'
import type { RotaReport } from '../../report.ts'
import { longDay } from '../../time.ts'
import { editionWords } from '../edition-words.ts'
import type { Edition, RotaFormat } from '../output-format.ts'
import { type PageRow, type SitePage, sitePages } from '../site-pages.ts'
import { writableText } from '../writable-text.ts'
import { PRINT_STYLE } from './print-style.ts'

export const htmlRota: RotaFormat = {
  name: 'html',
  does: 'a page for print, a sheet of A4 for each site',
  mediaType: 'text/html',
  ending: '.html',
  file: 'rota.html',
  write: (report, problem, page) => pageText(report, problem, page?.edition),
}

function pageText(report: RotaReport, problem: Problem, edition: Edition | undefined): string {
  const title = `${problem.network.name}, week from ${longDay(problem.horizon.from)}`
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    `<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${PRINT_STYLE}</style></head>`,
    '<body>',
    `<h1>${escaped(title)}</h1>`,
    ...sitePages(report, problem).map((page) => section(page, editionWords(edition))),
    '</body></html>',
    '',
  ].join('\n')
}

function section({ site, week, days, parts, rows, duties, closures, legend }: SitePage, edition: string): string {
  return [
    '<section>',
    `<h2>${escaped(site)}, week from ${escaped(week)} <small>${escaped(edition)}</small></h2>`,
    ...closures.map((words) => `<p>${escaped(words)}</p>`),
    ...(parts.length === 0 ? ['<p>Closed all week.</p>'] : [table(days, parts, rows)]),
    ...(duties.length === 0 ? [] : ['<h3>Duty doctors</h3>', list(duties)]),
    `<p class="key">${legend.map(escaped).join(' · ')}</p>`,
    '</section>',
  ].join('\n')
}

function table(days: SitePage['days'], parts: readonly string[], rows: readonly PageRow[]): string {
  const columns = parts.length + 1
  return [
    '<table><thead>',
    `<tr><th rowspan="2" scope="col">Person</th>${days.map((day) => `<th scope="colgroup" colspan="${day.sessions}">${escaped(day.name)}</th>`).join('')}</tr>`,
    `<tr>${parts.map((part) => `<th scope="col">${escaped(part)}</th>`).join('')}</tr>`,
    '</thead><tbody>',
    ...rows.map(({ label, kind, cells }) =>
      kind === 'role'
        ? `<tr class="role"><th scope="rowgroup" colspan="${columns}">${escaped(label)}</th></tr>`
        : `<tr class="${kind}"><th scope="row">${escaped(label)}</th>${cells.map(({ text, mark }) => `<td class="${mark}">${escaped(text)}</td>`).join('')}</tr>`,
    ),
    '</tbody></table>',
  ].join('\n')
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return writableText(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
