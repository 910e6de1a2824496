import { Refused } from '../api.ts'

export interface FaultNoticeProps {
  readonly what: string
  /** The reason, if known. */
  readonly error: unknown
  readonly again: () => void
}

/** Shown if the service didn't answer or refused access: what happened, and what to do. */
export function FaultNotice({ what, error, again }: FaultNoticeProps) {
  const status = error instanceof Refused ? error.status : 0
  return (
    <div className="nhsuk-error-summary" role="alert">
      <h2 className="nhsuk-error-summary__title">{TITLES[status] ?? what}</h2>
      <div className="nhsuk-error-summary__body">
        <p>
          {WORDS[status] ?? 'The service didn’t respond. Nothing is lost. Check that it is running, then try again.'}
        </p>
        {status === 401 && (
          <a className="nhsuk-button nhsuk-u-margin-bottom-0" href={signInHref()}>
            Sign in
          </a>
        )}
        {status !== 401 && status !== 403 && (
          <button
            className="nhsuk-button nhsuk-button--secondary nhsuk-u-margin-bottom-0"
            type="button"
            onClick={again}
          >
            Try again
          </button>
        )}
      </div>
    </div>
  )
}

const TITLES: Readonly<Record<number, string>> = { 401: 'You are not signed in', 403: 'You don’t have access to this' }

const WORDS: Readonly<Record<number, string>> = {
  401: 'Sign in to see it. You’ll come back to this page.',
  403: 'Your role does not include this page. Whoever looks after rota in your network can change that.',
  404: 'Nothing is stored for it yet, and it isn’t in the national open data.',
}

/** Returns to this page after signing in. */
export function signInHref(): string {
  const { pathname, search } = window.location
  return `/sign-in?to=${encodeURIComponent(pathname + search)}`
}
