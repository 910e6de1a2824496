/** Backup files: gzipped, readable only by their owner, and moved into place only when complete. */
import { createReadStream, createWriteStream, openSync, renameSync, rmSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BadInput } from '../../../src/errors.ts'
import { type BackupHeader, type BackupReader, type Counts, readBackup } from './backup-format.ts'

/** Compresses and writes the lines produced by `work`. */
export async function compressed<T>(
  out: Writable,
  work: (write: (line: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const zip = createGzip()
  const written = pipeline(zip, out)
  const write = (line: string) =>
    new Promise<void>((resolve, reject) => zip.write(line, (error) => (error ? reject(error) : resolve())))
  try {
    const result = await Promise.race([work(write), failing(written)])
    zip.end()
    await written
    return result
  } catch (error) {
    zip.destroy()
    await written.catch(() => undefined)
    throw error
  }
}

/** Rejects as soon as `work` fails; never resolves. */
async function failing(work: Promise<void>): Promise<never> {
  await work
  return new Promise(() => undefined)
}

/** Reads a backup file; throws a BadInput if it isn't one or is incomplete. */
export function openBackup(path: string): Promise<BackupReader> {
  return readBackup(linesOf(path), path)
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const unzipped = createGunzip()
  // A failure of either stream destroys both, and the loop reports it.
  const reading = pipeline(createReadStream(path), unzipped)
  reading.catch(() => undefined)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  // Split by hand: `readline` also splits at characters that may occur in text.
  let begun: string[] = []
  try {
    for await (const bytes of unzipped) {
      const [rest = '', ...lines] = decoder.decode(bytes, { stream: true }).split('\n')
      begun.push(rest)
      for (const line of lines) {
        yield begun.join('')
        begun = [line]
      }
    }
  } catch (error) {
    throw unreadable(error, path)
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'No such file.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'No permission to read this file.',
  Z_BUF_ERROR: 'The backup is incomplete.',
  Z_DATA_ERROR: 'This is not a rota backup, or it is damaged.',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'This is not a rota backup, or it is damaged.',
}

function unreadable(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const detail = FAULTS[code]
  return detail === undefined ? error : new BadInput([{ pointer: path, detail }])
}

export interface Whole {
  readonly header: BackupHeader
  readonly rows: Counts
}

/** Reads a backup to the end to verify that it is complete. */
export async function checkBackup(path: string): Promise<Whole> {
  const { header, rows } = await openBackup(path)
  const counts: Record<string, number> = {}
  for await (const { table } of rows) counts[table] = (counts[table] ?? 0) + 1
  return { header, rows: counts }
}

/** Has `write` create a temporary file next to the target, which replaces it after being verified. */
export async function wholeFile(path: string, write: (out: Writable) => Promise<void>): Promise<Whole> {
  const partial = `${path}.partial`
  try {
    // Opened early, so that a missing folder is reported before anything is read.
    await write(createWriteStream(partial, { fd: openSync(partial, 'w', 0o600), flush: true }))
    const whole = await checkBackup(partial)
    renameSync(partial, path)
    return whole
  } catch (error) {
    rmSync(partial, { force: true })
    throw isMissing(error) ? new BadInput([{ pointer: path, detail: 'The folder to write to does not exist.' }]) : error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Copies a stream to a file. */
export function copied(from: Readable, out: Writable): Promise<void> {
  return pipeline(from, out)
}
