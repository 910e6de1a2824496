import { useState } from 'react'
import { mergedRecord } from '../../../../src/intake/imports/merged-record.ts'
import type { NetworkRecord, Role, WeekDocument } from '../../api.ts'
import { importChange } from '../../parts/import/import-change.ts'
import { ImportDialog } from '../../parts/import/import-dialog.tsx'
import type { ImportResult } from '../../parts/import/use-import.ts'
import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { plural } from '../../parts/week/figures.ts'

export interface ImportDemandProps {
  readonly ods: string
  readonly record: NetworkRecord
  readonly roles: readonly Role[]
  readonly needs: WeekDocument['needs']
  readonly changes: RecordChanges
}

/** Imports an ordinary week's figures from official publications or a practice's own counts. */
export function ImportDemand({ ods, record, roles, needs, changes }: ImportDemandProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <p>
      <button type="button" className="rota-button" onClick={() => setIsOpen(true)}>
        Figures from a file
      </button>
      {isOpen && (
        <ImportDialog
          of={{ as: 'demand', ods }}
          names={{ people: [], sites: record.sites, roles, needs }}
          heading="Demand from a file"
          about={<About />}
          changes={(result) => <DemandChanges {...{ record, needs, result }} />}
          putIn={(result) => putIn(changesIn(record, result), result)}
          take={(taken) => changes.make(importChange(`Figures from ${taken.fileName}`, taken))}
          close={() => setIsOpen(false)}
        />
      )}
    </p>
  )
}

function About() {
  return (
    <>
      <p>
        As published by NHS England, unchanged: appointments by practice, Cloud Based Telephony, online consultations,
        list sizes.
      </p>
      <p>
        Or your own counts: a row for each date, with the type of appointment and how many; or a grid of dates and
        types. You’ll see how the file was understood before anything changes.
      </p>
    </>
  )
}

interface Change {
  readonly site: string
  readonly need: string
  readonly before: number | null
  readonly after: number
}

/** Weekly figures that would change. */
function changesIn(record: NetworkRecord, result: ImportResult): readonly Change[] {
  const now = record.demand?.weekly ?? []
  return (mergedRecord(record, result).demand?.weekly ?? []).flatMap(({ site, need, contacts }): Change[] => {
    const before = now.find((row) => row.site === site && row.need === need)?.contacts ?? null
    return before === contacts ? [] : [{ site, need, before, after: contacts }]
  })
}

function putIn(changes: readonly Change[], { sites = [] }: ImportResult): string | null {
  if (changes.length > 0) return `Use ${plural(changes.length, 'figure', 'figures')} for the ordinary week`
  return sites.length > 0
    ? `Update the list ${sites.length === 1 ? 'size' : 'sizes'} of ${plural(sites.length, 'practice')}`
    : null
}

interface DemandChangesProps {
  readonly record: NetworkRecord
  readonly needs: WeekDocument['needs']
  readonly result: ImportResult
}

function DemandChanges({ record, needs, result }: DemandChangesProps) {
  const changes = changesIn(record, result)
  const sizes = result.sites ?? []
  const site = (id: string) => record.sites.find((one) => one.id === id)?.name ?? id
  const need = (id: string) => needs.find((one) => one.id === id)?.title ?? id
  return (
    <section>
      <h3>What would change</h3>
      {changes.length === 0 && sizes.length === 0 && (
        <p>
          Nothing: the file has no weekly figures of this network’s practices by need. Types that are not needs yet can
          be given one under “Left out on purpose”.
        </p>
      )}
      {sizes.length > 0 && (
        <ul>
          {sizes.map(({ id, patients }) => (
            <li key={id}>
              {site(id)}: {Math.round(patients).toLocaleString('en-GB')} patients
            </li>
          ))}
        </ul>
      )}
      {changes.length > 0 && <ChangeTable {...{ changes, site, need }} />}
    </section>
  )
}

interface ChangeTableProps {
  readonly changes: readonly Change[]
  readonly site: (id: string) => string
  readonly need: (id: string) => string
}

function ChangeTable({ changes, site, need }: ChangeTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it takes the focus.
    <section className="rota-import__list" aria-label="Figures in the file" tabIndex={0}>
      <table className="rota-table">
        <caption className="nhsuk-u-visually-hidden">Contacts in an ordinary week</caption>
        <thead>
          <tr>
            <th scope="col">Practice</th>
            <th scope="col">Need</th>
            <th scope="col">Now, a week</th>
            <th scope="col">In the file, a week</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.site} ${change.need}`}>
              <th scope="row">{site(change.site)}</th>
              <td>{need(change.need)}</td>
              <td className="rota-table__number">
                {change.before === null ? 'England’s rate' : Math.round(change.before)}
              </td>
              <td className="rota-table__number">{Math.round(change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
