/** Maximum file sizes: several times what a practice or a publication has, and small enough to be read in seconds. */

export const FILE_LIMITS = {
  /** Workbooks and calendars. */
  bytes: 32 * 1024 * 1024,
  /** Comma-separated text, and any upload: the largest monthly publication has 55 MB. */
  textBytes: 96 * 1024 * 1024,
  /** All text tables in an archive together; they are unpacked one at a time. */
  archiveBytes: 1024 * 1024 * 1024,
  /** Total unpacked size of a workbook. */
  unpackedBytes: 256 * 1024 * 1024,
  /** Files inside a workbook. */
  entries: 2000,
  /** Per sheet. */
  rows: 100_000,
  columns: 1000,
  /** Non-empty cells across all sheets. */
  cells: 1_000_000,
  sheets: 200,
  /** Events in a calendar, counting each occurrence. */
  events: 20_000,
} as const

/** "32 MB". */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}
