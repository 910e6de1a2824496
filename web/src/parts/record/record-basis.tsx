import type { KnownRecord } from './known-record.ts'

export interface RecordBasisProps {
  readonly known: KnownRecord
  readonly mayEdit: boolean
}

/** The basis of the page: a stored record, or a proposal with synthetic people; and the weeks that a change applies to. */
export function RecordBasis({ known: { record, etag }, mayEdit }: RecordBasisProps) {
  return (
    <>
      {record.synthetic === true && (
        <div className="nhsuk-inset-text rota-basis">
          <p>
            <strong>These people are made up</strong> from open data about the network’s practices.
            {mayEdit &&
              (etag === null
                ? ' Nothing is saved yet: your first change saves the whole team.'
                : ' Replace them with yours.')}
          </p>
        </div>
      )}
      <p className="rota-basis__when">
        {mayEdit
          ? 'Changes are saved as you leave each field, and apply to weeks that are not planned yet.'
          : 'You can view this but not change it.'}
      </p>
    </>
  )
}
