import type { WeekKey } from './week-queries.ts'

/** The file formats the service offers for a rota: their usual names, and their uses. */
const FILES = [
  [
    'rota.xlsx',
    'Excel workbook',
    'to read, mark up and print: a sheet for each practice, people, duties and locum gaps',
  ],
  ['rota.pdf', 'PDF', 'to email or print: A4 for each practice, and who is on duty; a large practice takes two sheets'],
  ['rota.html', 'Web page', 'to put on an intranet: the same pages, for any browser'],
  ['rota.ics', 'Calendar file', 'to import into a calendar: every session, and whose it is'],
  [
    'templates.csv',
    'Session templates',
    'to set up an appointment book: appointments by kind, length and mode for each session',
  ],
  ['rota.csv', 'Table (CSV)', 'for other programs and analysts: a row for each session; can be opened here again'],
  ['fhir.json', 'FHIR bundle', 'for clinical systems: practitioners, schedules and slots (R4)'],
] as const

export interface RotaFilesProps {
  readonly week: WeekKey
  /** Version of the rota within its week. */
  readonly version: number
}

/** Links to a rota’s files, which the browser downloads. */
export function RotaFiles({ week: { ods, from }, version }: RotaFilesProps) {
  const folder = `/v1/networks/${encodeURIComponent(ods)}/weeks/${from}/rotas/${version}/files`
  return (
    <ul className="nhsuk-list rota-files">
      {FILES.map(([file, name, purpose]) => (
        <li key={file}>
          <a href={`${folder}/${file}`} download>
            {name}
          </a>{' '}
          {purpose}
        </li>
      ))}
    </ul>
  )
}
