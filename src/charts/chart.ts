/** A chart as a file. */
export interface Chart {
  readonly name: string
  readonly svg: string
}
