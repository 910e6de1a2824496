export interface WeekActionsProps {
  readonly isBusy: boolean
  /** True if the latest rota is what everybody sees. */
  readonly isPublished: boolean
  readonly make: () => void
  readonly publish: () => void
}

/** The one main thing to do, and the others beside it. */
export function WeekActions({ isBusy, isPublished, make, publish }: WeekActionsProps) {
  return (
    <div className="rota-week__actions">
      <button type="button" className="rota-button" disabled={isBusy} onClick={make}>
        Make the rest fit
      </button>
      <button
        type="button"
        className="rota-button rota-button--main"
        disabled={isBusy || isPublished}
        onClick={publish}
      >
        {isPublished ? 'Published' : 'Publish…'}
      </button>
    </div>
  )
}
