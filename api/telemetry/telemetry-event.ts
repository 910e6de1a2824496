/** What happens in a process that operators count or read about. Metrics and the log both listen; nothing here names a person. */

export type TelemetryEvent =
  /** A queued solve was taken up for the first time. */
  | { readonly kind: 'solve-claimed'; readonly waitedSeconds: number }
  | { readonly kind: 'solve-started' }
  | { readonly kind: 'solve-ended'; readonly result: SolveResult }
  /** A question that takes long was taken up for the first time, begun, and ended. */
  | { readonly kind: 'question-claimed'; readonly question: string; readonly waitedSeconds: number }
  | { readonly kind: 'question-started'; readonly question: string }
  | {
      readonly kind: 'question-ended'
      readonly question: string
      readonly outcome: QuestionOutcome
      readonly seconds: number
    }
  /** The process that ran an operation died: it was put back, or given up after too many tries. */
  | { readonly kind: 'takeover'; readonly operation: string; readonly result: 'requeued' | 'ended' }
  | { readonly kind: 'delivery'; readonly outcome: DeliveryOutcome; readonly seconds: number }

/** `rejected`: something that only shows while it is answered, such as an impossible week. */
export type QuestionOutcome = 'done' | 'stopped' | 'rejected' | 'too-heavy' | 'error'

export type DeliveryOutcome = 'delivered' | 'retry' | 'given-up'

export interface SolveResult {
  /** A report's status; `rejected` for a document or engine that cannot be used, `error` for a fault of ours. */
  readonly outcome: string
  readonly seconds: number
  /** The largest gap of any level; null without a rota. */
  readonly gap: number | null
  readonly disputed: boolean
}

/** Never throws, and takes no time worth mentioning. */
export type Note = (event: TelemetryEvent) => void

export const IGNORE: Note = () => undefined
