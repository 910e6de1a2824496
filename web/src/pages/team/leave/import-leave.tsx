import { useState } from 'react'
import { leaveKey } from '../../../../../src/intake/imports/merged-record.ts'
import type { Leave } from '../../../api.ts'
import { importChange } from '../../../parts/import/import-change.ts'
import { ImportDialog } from '../../../parts/import/import-dialog.tsx'
import type { ImportResult } from '../../../parts/import/use-import.ts'
import type { RecordChanges } from '../../../parts/record/use-record-changes.ts'
import { plural } from '../../../parts/week/figures.ts'
import type { Team } from '../team.ts'
import { leaveWords } from './leave-list.tsx'

export interface ImportLeaveProps {
  readonly team: Team
  readonly changes: RecordChanges
}

/** Imports leave from a list, a grid or a calendar. Not offered for synthetic people: no file can mean them. */
export function ImportLeave({ team, changes }: ImportLeaveProps) {
  const [isOpen, setIsOpen] = useState(false)
  const { ods, record, roles } = team
  if (record.synthetic === true) return null
  return (
    <>
      <button type="button" className="rota-button" onClick={() => setIsOpen(true)}>
        From a file
      </button>
      {isOpen && (
        <ImportDialog
          of={{ as: 'leave', ods }}
          names={{ people: record.people, sites: record.sites, roles, needs: [] }}
          heading="Leave from a spreadsheet or calendar"
          about={<About />}
          changes={(result) => <LeaveChanges team={team} leave={leaveIn(result)} />}
          putIn={(result) => putIn(newIn(team, leaveIn(result)))}
          take={(taken) => {
            const count = newIn(team, leaveIn(taken.result)).length
            changes.make(
              importChange(`${plural(count, 'period of leave', 'periods of leave')} from ${taken.fileName}`, taken),
            )
          }}
          close={() => setIsOpen(false)}
        />
      )}
    </>
  )
}

const leaveIn = ({ leave = [] }: ImportResult) => leave

function newIn({ record }: Team, leave: readonly Leave[]): readonly Leave[] {
  const known = new Set((record.leave ?? []).map(leaveKey))
  return leave.filter((row) => !known.has(leaveKey(row)))
}

function putIn({ length }: readonly Leave[]): string | null {
  return length === 0 ? null : `Grant ${length === 1 ? 'this leave' : `these ${length} periods of leave`}`
}

function About() {
  return (
    <p>
      A list with names and dates, a grid of people and dates with AL in it, or a calendar exported from Outlook or
      another program (.ics). Reasons for leave are not kept. You’ll see how the file was understood before anything
      changes.
    </p>
  )
}

function LeaveChanges({ team, leave }: { readonly team: Team; readonly leave: readonly Leave[] }) {
  const fresh = newIn(team, leave)
  const names = new Map(team.record.people.map(({ id, name }) => [id, name]))
  const known = leave.length - fresh.length
  return (
    <section>
      <h3>What would change</h3>
      <p>
        {plural(fresh.length, 'new period of leave', 'new periods of leave')}
        {known > 0 && `; ${known} ${known === 1 ? 'is' : 'are'} granted already`}.
      </p>
      {fresh.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it takes the focus.
        <section className="rota-import__list" aria-label="Leave in the file" tabIndex={0}>
          <ul>
            {fresh.map((row) => (
              <li key={leaveKey(row)}>
                <strong>{names.get(row.person) ?? row.person}</strong> {leaveWords(row, team.parts)}{' '}
                {row.from.slice(0, 4)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  )
}
