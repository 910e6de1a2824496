import { RotaFiles, type RotaFilesProps } from './rota-files.tsx'

/** A collapsed list of the rota’s files. */
export function Downloads({ week, version, isPublished }: RotaFilesProps & { readonly isPublished: boolean }) {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Download version {version}, {isPublished ? 'as published' : 'a draft'}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <RotaFiles week={week} version={version} />
      </div>
    </details>
  )
}
