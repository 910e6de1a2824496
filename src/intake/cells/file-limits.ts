/** How large files may be: what a practice or a publication has, several times over, and little enough to be read in seconds. */

export const FILE_LIMITS = {
  /** Of a workbook or calendar. */
  bytes: 32 * 1024 * 1024,
  /** Of comma-separated text, and of anything that is sent: the largest monthly publication has 55 MB. */
  textBytes: 96 * 1024 * 1024,
  /** Of all tables of text in an archive, unpacked one after the other. */
  archiveBytes: 1024 * 1024 * 1024,
  /** Of everything in a workbook, unpacked. */
  unpackedBytes: 256 * 1024 * 1024,
  /** Files packed into a workbook. */
  entries: 2000,
  /** Of one sheet. */
  rows: 100_000,
  columns: 1000,
  /** Cells that are not empty, of all sheets. */
  cells: 1_000_000,
  sheets: 200,
  /** Events of a calendar, each occurrence counted. */
  events: 20_000,
} as const

/** "32 MB". */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}
