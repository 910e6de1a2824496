/** Figures of an official publication, as sums: what a director compares, and what weekly demand is derived from. */

export type Sums = Readonly<Record<string, number>>

export interface PublishedPractice {
  readonly ods: string
  readonly name: string
  /** Appointments, calls or requests, as the publication counts. */
  readonly total: number
  /** By the names the publication gives them: national categories; answered and missed calls. */
  readonly by: Sums
}

export interface PublishedFigures {
  readonly publication: string
  /** First and last month (`2026-02`) or day; null if the file doesn't say. */
  readonly from: string | null
  readonly to: string | null
  readonly rows: number
  readonly total: number
  /** By dimension and value, under their present names: status, professional, mode, time from booking. */
  readonly sums: Readonly<Record<string, Sums>>
  /** Of areas, by code. */
  readonly areas: Sums
  /** By day, if it has days. */
  readonly days: Sums
  /** Of the network, or every practice if there is no network. */
  readonly practices: readonly PublishedPractice[]
}
