/**
 * Search heuristics, each a value with a name, what it needs and what it does. The bench counts calls and improvements of each;
 * docs/search.md lists them.
 */
export interface Heuristic<In, Out> {
  readonly name: string
  /** Precondition, in words: without it the heuristic is of no use. */
  readonly needs: string
  readonly does: string
  run(input: In): Promise<Out>
  /** Whether the call found something better. */
  isBetter(out: Out, input: In): boolean
}

/** One call of a heuristic, as measured. */
export interface HeuristicRun {
  readonly name: string
  readonly seconds: number
  readonly isBetter: boolean
}
