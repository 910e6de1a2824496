import { wordsOf } from '../api.ts'
import type { LongProgress } from './long-call.ts'

export interface WaitingLineProps {
  readonly query: {
    readonly isFetching: boolean
    readonly isError: boolean
    readonly error: unknown
    readonly progress: LongProgress | null
    readonly isStopped: boolean
    readonly refetch: () => unknown
    readonly stop: () => void
  }
  /** What is being done: "Trying one more session of each role…" */
  readonly doing: string
}

/** The progress of a query, or its error; nothing once it is answered. */
export function WaitingLine({ query, doing }: WaitingLineProps) {
  const { isFetching, isError, error, progress, isStopped, refetch, stop } = query
  if (isFetching) {
    return (
      <p role="status">
        {doing} {progress !== null && progress.of !== null && `Step ${progress.step} of ${progress.of}. `}
        <button type="button" className="rota-link" onClick={stop}>
          Stop
        </button>
      </p>
    )
  }
  if (!isError && !isStopped) return null
  return (
    <p role="alert" className="rota-mix__refused">
      {isStopped ? 'Stopped.' : wordsOf(error)}{' '}
      <button type="button" className="rota-link" onClick={() => void refetch()}>
        {isStopped ? 'Ask again' : 'Try again'}
      </button>
    </p>
  )
}
