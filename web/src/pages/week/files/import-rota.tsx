import { useMemo } from 'react'
import type { Assignment } from '../../../api.ts'
import { ImportDialog } from '../../../parts/import/import-dialog.tsx'
import type { ImportResult } from '../../../parts/import/use-import.ts'
import { differencesByPerson } from '../../../parts/week/differences.ts'
import { plural } from '../../../parts/week/figures.ts'
import { changesBetween } from '../../../parts/week/steps.ts'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import type { WeekKey } from '../../../parts/week/week-queries.ts'
import type { Edits } from '../session/use-edits.ts'
import { withRota } from './with-rota.ts'

export interface ImportRotaProps {
  readonly week: WeekKey
  readonly plan: WeekPlan
  readonly edits: Edits
  readonly close: () => void
}

/** Imports a rota from a spreadsheet as a single step on the board, which is checked immediately and can be undone. */
export function ImportRota({ week, plan, edits, close }: ImportRotaProps) {
  const { people, sites, roles, needs } = plan.document
  const { assignments } = edits.state
  const after = (result: ImportResult) => withRota(assignments, result.assignments ?? [])
  return (
    <ImportDialog
      of={{ as: 'rota', ods: week.ods, week: week.from }}
      names={{ people, sites, roles, needs }}
      heading="A rota from a spreadsheet"
      about={<About />}
      changes={(result) => <RotaChanges {...{ plan, result }} before={assignments} after={after(result)} />}
      putIn={(result) => (changesBetween(assignments, after(result)).length === 0 ? null : 'Put it on the board')}
      take={({ result, fileName }) => {
        const placings = changesBetween(assignments, after(result))
        const before = changesBetween(after(result), assignments)
        edits.make({ say: `Rota from ${fileName}`, before, after: placings })
      }}
      close={close}
    />
  )
}

function About() {
  return (
    <>
      <p>
        People and dates in either direction with what each does (“clinic”, “duty am”, “AL”, a practice’s name), or
        posts and dates with names in the cells. A file about a longer time is fine: only this week is taken. The table
        that can be downloaded here is read as well.
      </p>
      <p>
        It is put on the board to be checked, changed and improved. You can undo it, and nobody sees it until you
        publish.
      </p>
    </>
  )
}

interface RotaChangesProps {
  readonly plan: WeekPlan
  readonly result: ImportResult
  readonly before: readonly Assignment[]
  readonly after: readonly Assignment[]
}

function RotaChanges({ plan, result, before, after }: RotaChangesProps) {
  const differences = useMemo(() => differencesByPerson(plan, before, after), [plan, before, after])
  const named = new Set((result.assignments ?? []).map(({ person }) => person))
  const others = new Set(before.map(({ person }) => person).filter((person) => !named.has(person))).size
  return (
    <section>
      <h3>What would change on the board</h3>
      <p>
        {differences.length === 0
          ? 'Nothing: this rota is already on the board.'
          : `For ${plural(differences.length, 'person', 'people')}.`}
        {others > 0 && ` ${plural(others, 'person has', 'people have')} no session in the file and stay as they are.`}
      </p>
      {differences.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it takes the focus.
        <section className="rota-import__list" aria-label="Changes on the board" tabIndex={0}>
          <ul>
            {differences.map(({ id, name, sentences }) => (
              <li key={id}>
                <strong>{name}</strong>
                <ul>
                  {sentences.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  )
}
