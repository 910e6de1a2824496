/** Events for metrics and the log. None contains a person's name. */

export type TelemetryEvent =
  /** A queued solve was claimed for the first time. */
  | { readonly kind: 'solve-claimed'; readonly waitedSeconds: number }
  | { readonly kind: 'solve-started' }
  | { readonly kind: 'solve-ended'; readonly result: SolveResult }
  /** A long question was claimed for the first time, started, and ended. */
  | { readonly kind: 'question-claimed'; readonly question: string; readonly waitedSeconds: number }
  | { readonly kind: 'question-started'; readonly question: string }
  | {
      readonly kind: 'question-ended'
      readonly question: string
      readonly outcome: QuestionOutcome
      readonly seconds: number
    }
  /** An operation's process died: it was requeued, or abandoned after too many attempts. */
  | { readonly kind: 'takeover'; readonly operation: string; readonly result: 'requeued' | 'ended' }
  | { readonly kind: 'delivery'; readonly outcome: DeliveryOutcome; readonly seconds: number }

/** `rejected`: an input error found only while answering, such as an impossible week. */
export type QuestionOutcome = 'done' | 'stopped' | 'rejected' | 'too-heavy' | 'error'

export type DeliveryOutcome = 'delivered' | 'retry' | 'given-up'

export interface SolveResult {
  /** A report's status; `rejected` for an unusable document or engine, `error` for an internal error. */
  readonly outcome: string
  readonly seconds: number
  /** The largest gap of any level; null without a rota. */
  readonly gap: number | null
  readonly disputed: boolean
}

/** Must not throw or block. */
export type Note = (event: TelemetryEvent) => void

export const IGNORE: Note = () => undefined
