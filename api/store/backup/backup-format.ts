/**
 * The backup format: a header, one line per row, and a trailer with the number of rows and a checksum of all lines. Without a
 * trailer a backup is invalid.
 */
import { createHash, type Hash } from 'node:crypto'
import { BadInput } from '../../../src/errors.ts'

export const FORMAT = 'rota-backup/1'

export interface BackupHeader {
  readonly format: typeof FORMAT
  /** Time of the snapshot, by the database's clock. */
  readonly madeAt: string
  /** Migrations applied to the tables. */
  readonly steps: readonly string[]
}

/** One row as JSON text, never parsed on the way, so that numbers and timestamps are restored digit by digit. */
export interface BackupRow {
  readonly table: string
  readonly row: string
}

export type Counts = Readonly<Record<string, number>>

/** Writes the lines of a backup; call `end` last. */
export function backupWriter(write: (line: string) => Promise<void>) {
  const hash = createHash('sha256')
  const rows: Record<string, number> = {}
  const line = async (text: string) => {
    hash.update(`${text}\n`)
    await write(`${text}\n`)
  }
  return {
    header: (header: BackupHeader) => line(JSON.stringify(header)),
    row: async ({ table, row }: BackupRow) => {
      rows[table] = (rows[table] ?? 0) + 1
      await line(`{"table":${JSON.stringify(table)},"row":${row}}`)
    },
    end: async (): Promise<Counts> => {
      await write(`${JSON.stringify({ end: { rows, sha256: hash.digest('hex') } })}\n`)
      return rows
    },
  }
}

const ROW = /^\{"table":"(\w+)","row":(.*)\}$/s

export interface BackupReader {
  readonly header: BackupHeader
  /** Throws a BadInput at the end if the backup is incomplete. */
  readonly rows: AsyncIterable<BackupRow>
}

/** Reads that format; throws a BadInput naming `source` if it is something else. */
export async function readBackup(lines: AsyncIterable<string>, source: string): Promise<BackupReader> {
  const hash = createHash('sha256')
  const left = lines[Symbol.asyncIterator]()
  const first = await left.next()
  const header = first.done === true ? null : headerOf(first.value)
  if (header === null) throw broken(source, 'This is not a rota backup.', 'a file written by rota backup')
  hash.update(`${first.value}\n`)
  return { header, rows: rowsOf(left, hash, source) }
}

async function* rowsOf(left: AsyncIterator<string>, hash: Hash, source: string): AsyncGenerator<BackupRow> {
  const counts: Record<string, number> = {}
  for (;;) {
    const next = await left.next()
    if (next.done === true) throw broken(source, 'The backup is incomplete.')
    const [, table, row] = ROW.exec(next.value) ?? []
    if (table === undefined || row === undefined) {
      const sum = JSON.stringify({ end: { rows: counts, sha256: hash.digest('hex') } })
      if (next.value !== sum) throw broken(source, 'The backup is damaged: its checksum does not match.')
      return
    }
    hash.update(`${next.value}\n`)
    counts[table] = (counts[table] ?? 0) + 1
    yield { table, row }
  }
}

function broken(pointer: string, detail: string, maybe = 'an earlier backup'): BadInput {
  return new BadInput([{ pointer, detail, maybe }])
}

function headerOf(line: string): BackupHeader | null {
  try {
    const header: unknown = JSON.parse(line)
    return isHeader(header) ? header : null
  } catch {
    return null
  }
}

function isHeader(value: unknown): value is BackupHeader {
  if (typeof value !== 'object' || value === null) return false
  const { format, madeAt, steps } = value as Readonly<Record<string, unknown>>
  return format === FORMAT && typeof madeAt === 'string' && Array.isArray(steps)
}
