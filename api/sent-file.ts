/**
 * An uploaded file. It is written to disk as it arrives and never held in memory as a whole; it is unlinked while open, so
 * nothing of it is left when the call is over, even if the process is killed.
 */
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'
import { Refusal } from './problems.ts'

/** Limit for one file, in bytes. */
export interface FileLimit {
  readonly most: number
}

/** Total bytes of all files being uploaded or read at one time. */
const MOST_AT_ONCE = 256 * 1024 * 1024
const RETRY_AFTER = 5

const DECODERS = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress } as const

/** A file descriptor that threads of this process can read from. */
export interface OpenFile {
  readonly fd: number
  readonly size: number
}

const files = new WeakMap<object, SentFile>()
let stored = 0

/** Stays open until the call is over and nobody reads it any more. */
export class SentFile {
  readonly #handle: FileHandle
  #size = 0
  #readers = 0
  #isOver = false

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  async write(chunk: Uint8Array, { most }: FileLimit): Promise<void> {
    if (this.#isOver) throw new Refusal('bad-request')
    if (this.#size + chunk.length > most) throw tooLarge(most)
    if (stored + chunk.length > MOST_AT_ONCE) throw busy()
    stored += chunk.length
    this.#size += chunk.length
    await this.#handle.appendFile(chunk)
  }

  /** Keeps the file open while `work` runs, even if the caller has disconnected. */
  async lend<T>(work: (file: OpenFile) => Promise<T>): Promise<T> {
    if (this.#isOver) throw new Refusal('bad-request')
    this.#readers += 1
    try {
      return await work({ fd: this.#handle.fd, size: this.#size })
    } finally {
      this.#readers -= 1
      if (this.#isOver) await this.end()
    }
  }

  async end(): Promise<void> {
    this.#isOver = true
    if (this.#readers > 0) return
    stored -= this.#size
    this.#size = 0
    await this.#handle.close()
  }
}

/** Middleware that stores the body; stops reading if it is too large. */
export function storeFile(limit: FileLimit): RequestHandler {
  return (request, response, next) => {
    store(request, response, limit).then(() => next(), next)
  }
}

async function store(request: Request, response: Response, limit: FileLimit): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > limit.most) throw tooLarge(limit.most)
  const decoder = decoderOf(request)
  const file = new SentFile(await nameless())
  files.set(request, file)
  response.once('close', () => void file.end())
  const source: Readable = decoder === null ? request : request.pipe(decoder)
  try {
    // The unread rest of an oversized body must not close the connection before the response is sent.
    for await (const chunk of source.iterator({ destroyOnReturn: false })) await file.write(chunk, limit)
  } catch (error) {
    throw error instanceof Refusal ? error : faultOf(error)
  }
}

/** The file stored by `storeFile`. */
export function fileOf(request: Pick<Request, 'body'>): SentFile {
  const file = files.get(request)
  if (file === undefined) throw new Refusal('bad-request')
  return file
}

async function nameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `rota-${randomUUID()}`)
  const handle = await open(path, 'wx+', 0o600)
  await unlink(path)
  return handle
}

/** Null if the body has no content encoding. */
function decoderOf(request: Request): Transform | null {
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase()
  if (encoding === 'identity') return null
  const name = (['gzip', 'deflate', 'br'] as const).find((one) => one === encoding)
  if (name === undefined) throw new Refusal('wrong-content-type')
  const decoder = DECODERS[name]()
  // Readers get the error; errors after everybody has stopped reading don't matter.
  decoder.on('error', () => undefined)
  request.once('error', (error) => decoder.destroy(error))
  return decoder
}

/** Maps a full disk and a truncated body to their problems. */
function faultOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return busy()
  return code.startsWith('Z_') || code === 'ECONNRESET' ? new Refusal('bad-request') : error
}

function busy(): Refusal {
  return new Refusal('busy', { headers: { 'Retry-After': String(RETRY_AFTER) } })
}

function tooLarge(most: number): Refusal {
  const detail = `A file may have at most ${Math.round(most / 1024 / 1024)} MB.`
  const maybe = 'a copy with only the rows of your practices and weeks'
  return new Refusal('too-large', { complaints: [{ pointer: '', detail, maybe }] })
}
