/** What to read when the service didn't answer: what happened, and what to do. */
export function FaultNotice({ what, again }: { readonly what: string; readonly again: () => void }) {
  return (
    <div className="nhsuk-error-summary" role="alert">
      <h2 className="nhsuk-error-summary__title">{what}</h2>
      <div className="nhsuk-error-summary__body">
        <p>The service didn’t give an answer. Nothing is lost. Check that it is running, then try again.</p>
        <button className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0" type="button" onClick={again}>
          Try again
        </button>
      </div>
    </div>
  )
}
