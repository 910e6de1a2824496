import type { KnownWeek } from '../../parts/week/week-queries.ts'

export interface WeekNoticesProps {
  readonly known: KnownWeek
  /** Why a solve couldn't start, or ended without a result. */
  readonly fault: string | null
  readonly mayEdit: boolean
}

/** What the user must know before reading the board. */
export function WeekNotices({ known, fault, mayEdit }: WeekNoticesProps) {
  const { document, failed, rota, published } = known
  return (
    <>
      {document.synthetic === true && (
        <p className="rota-notice">
          <strong>Made-up people.</strong> This week comes from open data about the practices. Nobody named here exists.
        </p>
      )}
      {!mayEdit && rota !== null && (
        <p className="rota-notice">
          <strong>You can view this but not change it.</strong> A manager of this network can change and publish this
          week.
        </p>
      )}
      {fault !== null && <Warning heading="The rota was not made" sentences={[fault]} />}
      {failed !== null && <NoRota known={known} />}
      {rota?.report?.status === 'out-of-time' && published?.version !== rota.version && (
        <p className="rota-notice">
          <strong>Time ran out.</strong> This is the best rota found in the time allowed: use it, or make the rota again
          to look for a better one.
        </p>
      )}
      {rota?.report?.status === 'stopped' && (
        <p className="rota-notice">
          <strong>Stopped.</strong> This is the best rota that had been found by then.
        </p>
      )}
      {rota?.report?.disputed === true && (
        <Warning
          heading="Check this rota before you use it"
          sentences={['Two independent checks of it disagree, which should never happen. This has been logged.']}
        />
      )}
    </>
  )
}

/** Impossible or out of time: what clashes, and what would resolve it. */
function NoRota({ known: { failed, rota } }: { readonly known: KnownWeek }) {
  const clash = failed?.report?.clash
  const kept = rota === null ? [] : ['The previous rota is kept below.']
  if (clash === undefined) {
    return <Warning heading="No rota was found in time" sentences={['Try again, or give it longer.', ...kept]} />
  }
  return (
    <Warning heading="No rota is possible: these cannot all hold" sentences={[...clash.sentences, ...kept]}>
      {clash.repairs.length > 0 && (
        <>
          <h3>What would help</h3>
          <ul>
            {clash.repairs.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </Warning>
  )
}

interface WarningProps {
  readonly heading: string
  readonly sentences: readonly string[]
  readonly children?: React.ReactNode
}

function Warning({ heading, sentences, children }: WarningProps) {
  return (
    <div className="rota-warning" role="alert">
      <h2>{heading}</h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
    </div>
  )
}
