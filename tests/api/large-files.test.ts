/** Files as large as publications over HTTP: read, refused and left unfinished, with memory that stays bounded. */
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FILE_LIMITS } from '../../src/intake/cells/file-limits.ts'
import { MOST_BYTES } from '../../web/src/parts/import/most-bytes.ts'
import { REPORT, type ServingSolves, serveSolves } from './serving-solves.ts'

const MEGABYTE = 1024 * 1024
const PATH = '/v1/imports?as=demand'
const HEAD = 'SUB_ICB_LOCATION_CODE,Appointment_Date,APPT_STATUS,HCP_TYPE,APPT_MODE,COUNT_OF_APPOINTMENTS\r\n'
const ROW = '11J,01APR2024,Attended,Other Practice staff,Face-to-Face,3\r\n'

let service: ServingSolves
beforeAll(async () => {
  service = await serveSolves(async () => REPORT)
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

const upload = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  service.call('POST', PATH, { headers: { 'content-type': 'text/csv', ...headers }, body })

interface Sending {
  /** Megabytes that are sent. */
  readonly megabytes: number
  /** Whether the caller then goes away instead of ending the body. */
  readonly leaves?: boolean
}

/** Without saying how long it is; null if there is no answer. */
function inPieces({ megabytes, leaves = false }: Sending): Promise<number | null> {
  const piece = Buffer.alloc(MEGABYTE, ROW)
  return new Promise((resolve) => {
    const headers = { 'content-type': 'text/csv' }
    const call = request(`${service.url}${PATH}`, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? null)
      call.destroy()
    })
    call.on('error', () => resolve(null))
    call.on('close', () => resolve(null))
    let sent = 0
    const next = () => {
      if (call.destroyed) return
      if (sent === megabytes) leaves ? call.destroy() : call.end()
      else {
        sent += 1
        call.write(piece, next)
      }
    }
    next()
  })
}

it('a publication far above what other calls take is read, with every appointment', async () => {
  const rows = Math.floor((24 * MEGABYTE) / ROW.length)
  const before = process.memoryUsage().rss
  const answer = await upload(HEAD + ROW.repeat(rows))
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ problems: [], understood: { counts: { rows, appointments: 3 * rows } } })
  process.stdout.write(`24 MB: ${Math.round((process.memoryUsage().rss - before) / MEGABYTE)} MB more\n`)
})

it('one that is packed is unpacked within the same limit', async () => {
  const packed = (rows: number) =>
    upload(new Uint8Array(gzipSync(HEAD + ROW.repeat(rows))), { 'content-encoding': 'gzip' })
  expect((await packed(1000)).status).toBe(200)
  expect((await packed(Math.ceil((97 * MEGABYTE) / ROW.length))).status).toBe(413)
  expect((await upload(HEAD, { 'content-encoding': 'zip' })).status).toBe(415)
  expect((await upload(HEAD, { 'content-encoding': 'gzip' })).status).toBe(400)
})

it('one of 200 MB is refused, whether it says so or not', async () => {
  const before = process.memoryUsage().rss
  expect((await upload(new Uint8Array(97 * MEGABYTE))).status).toBe(413)
  expect(await inPieces({ megabytes: 200 })).toBe(413)
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * MEGABYTE)
})

it('callers who go away leave nothing behind that others would have to wait for', async () => {
  for (let n = 0; n < 4; n += 1) expect(await inPieces({ megabytes: 80, leaves: true })).toBeNull()
  expect((await upload(HEAD + ROW)).status).toBe(200)
})

it('more than may be on the way together is told to come again', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => inPieces({ megabytes: 90 })))
  // The others have no headings, and too many rows.
  expect(answers.filter((status) => status === 503 || status === 422)).toHaveLength(4)
  expect(answers).toContain(503)
  expect((await upload(HEAD + ROW)).status).toBe(200)
})

it('the pages know the limit', () => {
  expect(MOST_BYTES).toBe(FILE_LIMITS.textBytes)
})
