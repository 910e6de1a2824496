import { lazy, Suspense, useState } from 'react'
import { useMayEdit, useMayLook } from '../../../parts/access/use-caller.ts'
import { closeModal, Modal } from '../../../parts/modal.tsx'
import { RotaFiles } from '../../../parts/week/rota-files.tsx'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import type { KnownWeek, WeekKey } from '../../../parts/week/week-queries.ts'
import type { Edits } from '../session/use-edits.ts'

// Loaded on demand, so that only users who open a file pay for it.
const ImportRota = lazy(() => import('./import-rota.tsx').then((module) => ({ default: module.ImportRota })))

export interface WeekFilesProps {
  readonly week: WeekKey
  readonly known: KnownWeek
  readonly plan: WeekPlan
  readonly edits: Edits
  readonly isBusy: boolean
}

/** Downloads of a week's rota, and replacing it from a spreadsheet. */
export function WeekFiles({ week, known, plan, edits, isBusy }: WeekFilesProps) {
  const [shown, setShown] = useState<'nothing' | 'files' | 'import'>('nothing')
  const mayEdit = useMayEdit(week.ods)
  const mayLook = useMayLook(week.ods)
  const { rota } = known
  if (!mayLook || rota === null) return null
  return (
    <>
      <button type="button" className="rota-link" onClick={() => setShown('files')}>
        Files
      </button>
      {shown === 'import' && (
        <Suspense fallback={null}>
          <ImportRota {...{ week, plan, edits }} close={() => setShown('nothing')} />
        </Suspense>
      )}
      {shown === 'files' && (
        <Modal className="rota-dialog" heading="Files of this week" close={() => setShown('nothing')}>
          <h3>
            Download version {rota.version}: {stateWords(known)}
          </h3>
          {edits.state.isUnsent && (
            <p role="status">Your last change is still being saved and is not in these files.</p>
          )}
          <RotaFiles week={{ ods: week.ods, from: rota.weekFrom }} version={rota.version} />
          {mayEdit && (
            <>
              <h3>Upload</h3>
              <p>Bring in a rota that you already have in a spreadsheet, to check and improve it here.</p>
            </>
          )}
          <div className="rota-dialog__buttons">
            {mayEdit && (
              <button type="button" className="rota-button" disabled={isBusy} onClick={() => setShown('import')}>
                Open a rota from a spreadsheet
              </button>
            )}
            <button type="button" className="rota-button" onClick={closeModal}>
              Close
            </button>
          </div>
        </Modal>
      )}
    </>
  )
}

/** "the draft on the board, not the published version 3" */
function stateWords({ rota, published }: KnownWeek): string {
  if (published === null) return 'a draft, not published'
  return published.version === rota?.version
    ? 'as published'
    : `the draft on the board, not the published version ${published.version}`
}

/** A button that imports a rota from a spreadsheet. */
export function OpenRota(props: Omit<WeekFilesProps, 'known'>) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className="rota-button" disabled={props.isBusy} onClick={() => setIsOpen(true)}>
        Open a rota from a spreadsheet
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ImportRota {...props} close={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
