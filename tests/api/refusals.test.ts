import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemResponse } from '../../api/contract/problem.ts'
import { smallDocument } from '../small-document.ts'
import { wrongDocuments } from '../src/intake/wrong-documents.ts'
import { type Listening, listen } from './listening.ts'

let service: Listening
beforeAll(async () => {
  service = await listen()
})
afterAll(() => service.close())

/** The problem that an answer holds; what is no problem, by its own schema, fails the test. */
async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = problemResponse.parse(await response.json())
  expect(problem.status).toBe(response.status)
  return { ...problem, kind: problem.type.replace('urn:problem-type:rota:', '') }
}

async function expectUp(): Promise<void> {
  expect((await service.get('/healthz')).status).toBe(200)
}

describe('a wrong document is answered with 422 and a pointer to the fault', () => {
  it.each(wrongDocuments().filter((wrong) => !wrong.inMemory))('$name', async ({ document, pointer }) => {
    const problem = await problemOf(await service.post('/v1/validations', document))
    expect(problem).toMatchObject({ status: 422, kind: 'invalid-input' })
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
    await expectUp()
  })

  it.each(['/v1/rotas', '/v1/validations'])('by %s, with every complaint at once', async (path) => {
    const document = { ...smallDocument(), colour: 'blue', format: 'rota/2' }
    const { errors } = await problemOf(await service.post(path, document))
    expect(errors?.map((error) => error.pointer)).toEqual(['/format', '/colour'])
  })

  it('inside a judgement, from the root of what was sent', async () => {
    const wrong = { document: { ...smallDocument(), colour: 'blue' }, rota: [] }
    expect((await problemOf(await service.post('/v1/judgements', wrong))).errors?.[0]?.pointer).toBe('/document/colour')
    const rota = [{ person: 'g8', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }]
    const answer = await problemOf(await service.post('/v1/judgements', { document: smallDocument(), rota }))
    expect(answer.errors).toMatchObject([{ pointer: '/rota/0/person', seen: '"g8"', maybe: 'g1' }])
    const stray = { document: smallDocument(), rota: [], rotta: [] }
    expect((await problemOf(await service.post('/v1/judgements', stray))).errors?.[0]).toMatchObject({
      pointer: '/rotta',
      maybe: 'rota',
    })
  })
})

describe('a body that cannot be read', () => {
  it.each([
    ['is no JSON', '{"format": "rota/1",}', 'line 1, column 21'],
    ['has a number that JSON has not', '{"a": NaN}', 'line 1, column 7'],
    ['ends too early', '{"format": "rota/1"', 'it ends at'],
    ['is empty', '', 'empty'],
  ])('is answered with 400 where it %s', async (_, body, words) => {
    const problem = await problemOf(await service.post('/v1/rotas', body))
    expect(problem).toMatchObject({ status: 400, kind: 'not-json' })
    expect(problem.errors?.[0]?.detail).toContain(words)
    await expectUp()
  })

  it('is answered with 400 where it is no UTF-8', async () => {
    const headers = { 'content-type': 'application/json' }
    const response = await service.get('/v1/rotas', {
      method: 'POST',
      headers,
      body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]),
    })
    expect(await problemOf(response)).toMatchObject({ status: 400, kind: 'not-json' })
  })

  it('with a number beyond all numbers is answered with 422 where that number stands', async () => {
    const body = JSON.stringify(smallDocument()).replace(/"contacts":[\d.]+/, '"contacts":-1e999')
    expect((await problemOf(await service.post('/v1/rotas', body))).errors).toMatchObject([
      { pointer: '/demand/0/contacts', seen: '-Infinity' },
    ])
  })

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=utf-16'],
    ['application/jsonp'],
    [''],
  ])('is answered with 415 where its content type is "%s"', async (type) => {
    const response = await service.get('/v1/rotas', {
      method: 'POST',
      headers: type ? { 'content-type': type } : {},
      body: new TextEncoder().encode('{}'),
    })
    expect(await problemOf(response)).toMatchObject({ status: 415, kind: 'wrong-content-type' })
    await expectUp()
  })

  it.each(['application/json', 'application/json; charset=UTF-8', 'application/vnd.rota+json'])(
    'is read where its content type is "%s"',
    async (type) => {
      expect((await service.post('/v1/validations', smallDocument(), { 'content-type': type })).status).toBe(200)
    },
  )

  it('is answered with 413 above 8 MiB, whether it states its length or not', async () => {
    const large = JSON.stringify({ note: 'x'.repeat(8 * 1024 * 1024) })
    expect(await problemOf(await service.post('/v1/rotas', large))).toMatchObject({ status: 413, kind: 'too-large' })
    expect(await chunked(large)).toBe(413)
    await expectUp()
  })

  it('is answered with 415 where it is packed in a way that we do not know', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'zip' }
    expect(await problemOf(await service.post('/v1/rotas', '{}', headers))).toMatchObject({ status: 415 })
  })

  it('of 8 MiB, all of it wrong, is answered all the same', async () => {
    for (const body of [
      JSON.stringify({ ...smallDocument(), demand: new Array(1_500_000).fill(null) }),
      '['.repeat(8_000_000),
      `{${'"a":{'.repeat(1_000_000)}`,
      JSON.stringify({
        ...smallDocument(),
        rules: Object.fromEntries(Array.from({ length: 300_000 }, (_, n) => [`rule-${n}`, false])),
      }),
      JSON.stringify({
        ...smallDocument(),
        sites: [
          {
            id: 'a',
            name: 'A',
            patients: 1,
            rooms: 1,
            travel: Object.fromEntries(Array.from({ length: 400_000 }, (_, n) => [`s${n}`, 1])),
          },
        ],
      }),
      `{"format":"rota/1",${Array.from({ length: 300_000 }, (_, n) => `"field${n}":1`).join(',')}}`,
    ]) {
      const { status } = await problemOf(await service.post('/v1/validations', body))
      expect([400, 422]).toContain(status)
      await expectUp()
    }
  })
})

/** Sends a body in pieces, without its length; the status that comes back. */
function chunked(body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(
      `${service.url}/v1/rotas`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      },
    )
    call.on('error', reject)
    for (let at = 0; at < body.length; at += 65_536) call.write(body.slice(at, at + 65_536))
    call.end()
  })
}

describe('a call that there is not', () => {
  it.each(['/v1', '/v1/rota', '/v1/networks/U99999', '/v1/rotas/1', '/__proto__'])(
    '%s is answered with 404',
    async (path) => {
      expect(await problemOf(await service.get(path))).toMatchObject({ status: 404, kind: 'not-found' })
    },
  )

  it.each([
    ['GET', '/v1/rotas', 'POST'],
    ['DELETE', '/v1/judgements', 'POST'],
    ['PUT', '/v1/validations', 'POST'],
    ['POST', '/v1/networks', 'GET, HEAD'],
    ['POST', '/v1/rules', 'GET, HEAD'],
    ['PATCH', '/healthz', 'GET, HEAD'],
  ])('%s %s is answered with 405 and what can be done', async (method, path, allow) => {
    const response = await service.get(path, { method })
    expect(response.headers.get('allow')).toBe(allow)
    expect(await problemOf(response)).toMatchObject({ status: 405, kind: 'wrong-method' })
  })

  it('with a path that is no text is answered with 400', async () => {
    expect(await problemOf(await service.get('/v1/networks/%E0%A4%A/document'))).toMatchObject({
      status: 400,
      kind: 'bad-request',
    })
  })
})
