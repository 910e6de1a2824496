import { type ReactNode, useId, useState } from 'react'
import type { Import } from '../../api.ts'
import { closeModal, Modal } from '../modal.tsx'
import type { Corrected } from './corrections.ts'
import type { ImportNames } from './import-choices.ts'
import { CorrectedRows, GuessRows, LeftRows, ProblemRows } from './import-rows.tsx'
import { type ImportOf, type ImportResult, importFault, type Reading, useImport } from './use-import.ts'

export interface Taken {
  readonly result: ImportResult
  readonly corrections: readonly Corrected[]
  readonly fileName: string
}

export interface ImportDialogProps {
  readonly of: ImportOf
  readonly names: ImportNames
  readonly heading: string
  /** The kinds of file supported. */
  readonly about: ReactNode
  /** Renders what would change. */
  readonly changes: (result: ImportResult) => ReactNode
  /** Null if the result contains nothing to import. */
  readonly putIn: (result: ImportResult) => string | null
  readonly take: (taken: Taken) => void
  readonly close: () => void
}

const ENDINGS = '.xlsx,.xlsm,.xls,.csv,.txt,.ics,.zip,.json'

/** Choose or drop a file, review and correct what was understood, and only then import it, all or nothing. */
export function ImportDialog({ of, names, heading, about, changes, putIn, take, close }: ImportDialogProps) {
  const reading = useImport(of)
  const { file, answer } = reading
  const result = answer?.result
  const words = result === undefined ? null : putIn(result)
  return (
    <Modal className="rota-dialog rota-import" heading={heading} close={close}>
      {file === null && about}
      <FileDrop reading={reading} />
      <p role="status" className="rota-import__state">
        {stateOf(reading)}
      </p>
      {reading.fault !== null && (
        <p className="rota-dialog__fault" role="alert">
          {importFault(reading.fault)}
        </p>
      )}
      {answer !== null && <Answer {...{ answer, reading, names }} isRemembered={of.as !== 'rota'} />}
      {result !== undefined && changes(result)}
      <div className="rota-dialog__buttons">
        {words !== null && (
          <button
            type="button"
            className="rota-button rota-button--main"
            disabled={reading.isBusy}
            onClick={(event) => {
              if (result === undefined || file === null) return
              take({ result, corrections: reading.corrections, fileName: file.name })
              closeModal(event)
            }}
          >
            {words}
          </button>
        )}
        <button type="button" className="rota-button" onClick={closeModal}>
          {words === null ? 'Close' : 'Leave everything as it is'}
        </button>
      </div>
    </Modal>
  )
}

const MEGABYTE = 1024 * 1024
/** Smaller files are read before a user would notice. */
const LARGE = 8 * MEGABYTE

function stateOf({ isBusy, file: chosen, answer }: Reading): string {
  const size = chosen?.size ?? 0
  if (isBusy && size > LARGE) return `Reading ${Math.round(size / MEGABYTE)} MB. This may take half a minute.`
  if (isBusy) return 'Reading the file…'
  const { sentence = '', file = '' } = answer?.understood ?? {}
  return answer === null ? '' : `${sentence} ${file === '' ? '' : `(${file})`}`
}

function FileDrop({ reading: { file, choose } }: { readonly reading: Reading }) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  return (
    // The input inside does the same by keyboard; dropping is an alternative for mouse users.
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping needs no other way in than the input.
    <div
      className="rota-import__drop"
      data-over={isOver || undefined}
      data-chosen={file !== null || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [dropped] = event.dataTransfer.files
        if (dropped !== undefined) choose(dropped)
      }}
    >
      <label htmlFor={id}>
        {file === null ? 'Choose a file, or drop it here' : `${file.name}. Choose another file:`}
      </label>
      <input
        id={id}
        type="file"
        accept={ENDINGS}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen !== undefined) choose(chosen)
          target.value = ''
        }}
      />
    </div>
  )
}

interface AnswerProps {
  readonly answer: Import
  readonly reading: Reading
  readonly names: ImportNames
  /** True if corrections are stored in the record; rotas aren't part of it. */
  readonly isRemembered: boolean
}

function Answer({ answer: { understood, problems }, reading, names, isRemembered }: AnswerProps) {
  const { correct, corrections } = reading
  const rows = { correct, corrections, names }
  return (
    <>
      {problems.length > 0 && <ProblemRows problems={problems} {...rows} />}
      <CorrectedRows {...rows} isRemembered={isRemembered} />
      <GuessRows guesses={understood?.guesses ?? []} {...rows} />
      <LeftRows rows={understood?.notImported ?? []} {...rows} />
    </>
  )
}
