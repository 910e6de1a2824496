/** A chart with its file name. */
export interface Chart {
  readonly name: string
  readonly svg: string
}
