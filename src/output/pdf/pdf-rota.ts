/** A rota as a PDF: the same sheets as the page for print, one or more per site and week, ready to print or email. */
import type { Problem } from '../../problem.ts'
import type { RotaReport } from '../../report.ts'
import { editionWords } from '../edition-words.ts'
import type { Edition, RotaFormat } from '../output-format.ts'
import { type SitePage, sitePages } from '../site-pages.ts'
import { drawPage, PAGE, type Paper } from './draw-page.ts'
import { FONTS } from './fonts.ts'

export const pdfRota: RotaFormat = {
  name: 'pdf',
  does: 'a PDF for print, a sheet of A4 for each site',
  mediaType: 'application/pdf',
  ending: '.pdf',
  file: 'rota.pdf',
  write: (report, problem, page) => pdfOf(report, problem, page?.edition),
}

async function pdfOf(report: RotaReport, problem: Problem, edition: Edition | undefined): Promise<Uint8Array> {
  // Loaded on demand, so that only callers who write a PDF pay for it.
  const { default: PdfDocument } = await import('pdfkit')
  const document: Paper = new PdfDocument({
    size: 'A4',
    layout: 'landscape',
    margin: PAGE.margin,
    autoFirstPage: false,
    bufferPages: true,
    lang: 'en-GB',
    displayTitle: true,
    font: FONTS.plain,
    info: {
      Title: `${problem.network.name}, week from ${problem.horizon.from}`,
      Creator: 'rota',
      // The same rota must give the same bytes, so the time of day is left out.
      CreationDate: new Date(edition?.at ?? `${problem.horizon.from}T00:00:00Z`),
    },
  })
  return written(document, sitePages(report, problem), editionWords(edition))
}

function written(document: Paper, pages: readonly SitePage[], edition: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
    for (const page of pages) drawPage(document, page, edition)
    document.end()
  })
}
