/**
 * Heuristics: ways to a better rota, each a value with a name, what it needs and what it does. The bench counts what each is called
 * for and what comes of it; docs/search.md lists them.
 */
export interface Heuristic<In, Out> {
  readonly name: string
  /** What has to be there for it to be of use. */
  readonly needs: string
  readonly does: string
  run(input: In): Promise<Out>
  /** Whether something better came of it. */
  isBetter(out: Out, input: In): boolean
}

/** One call of a heuristic. */
export interface HeuristicRun {
  readonly name: string
  readonly seconds: number
  readonly isBetter: boolean
}
