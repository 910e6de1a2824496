/** Totals from an official publication, for directors to compare and to derive weekly demand from. */

export type Sums = Readonly<Record<string, number>>

export interface PublishedPractice {
  readonly ods: string
  readonly name: string
  /** Appointments, calls or requests, as counted by the publication. */
  readonly total: number
  /** By the publication's own names: national categories; answered and missed calls. */
  readonly by: Sums
}

export interface PublishedFigures {
  readonly publication: string
  /** First and last month (`2026-02`) or day; null if not given. */
  readonly from: string | null
  readonly to: string | null
  readonly rows: number
  readonly total: number
  /** By dimension and value, under their current names: status, professional, mode, time from booking. */
  readonly sums: Readonly<Record<string, Sums>>
  /** By area code. */
  readonly areas: Sums
  /** By day, if the file has days. */
  readonly days: Sums
  /** The network's practices, or every practice if there is no network. */
  readonly practices: readonly PublishedPractice[]
}
