import type { WeekKey } from './week-queries.ts'

export interface DownloadsProps {
  readonly week: WeekKey
  /** Of the rota within its week. */
  readonly version: number
}

/** What people call the files, by the names that the service has for them. */
const FILES = [
  ['rota.xlsx', 'Excel workbook'],
  ['rota.pdf', 'PDF'],
  ['rota.csv', 'Table (CSV)'],
  ['rota.ics', 'Calendar file'],
  ['templates.csv', 'Session templates for the appointment book (CSV)'],
] as const

/** A closed list of the rota’s files; the browser saves what is chosen. */
export function Downloads({ week: { ods, from }, version }: DownloadsProps) {
  const folder = `/v1/networks/${encodeURIComponent(ods)}/weeks/${from}/rotas/${version}/files`
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Download version {version}</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="nhsuk-list">
          {FILES.map(([file, name]) => (
            <li key={file}>
              <a href={`${folder}/${file}`} download>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
