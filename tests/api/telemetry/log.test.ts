/** The log: what each line has, and what none ever has. */
import { afterEach, describe, expect, it } from 'vitest'
import { type Log, openLog } from '../../../api/telemetry/log.ts'
import type { LogLevel } from '../../../api/telemetry/log-level.ts'
import { inScope } from '../../../api/telemetry/log-scope.ts'
import { loggedError, redacted } from '../../../api/telemetry/redaction.ts'
import type { SolveResult } from '../../../api/telemetry/telemetry-event.ts'
import { smallDocument } from '../../small-document.ts'
import { type Listening, listen } from '../listening.ts'

interface Logging {
  readonly log: Log
  readonly lines: string[]
  read(): Record<string, unknown>[]
}

function logging(level: LogLevel = 'info'): Logging {
  const lines: string[] = []
  const log = openLog({ level, write: (line) => lines.push(line) })
  return { log, lines, read: () => lines.map((line) => JSON.parse(line)) }
}

const CALL = { requestId: 'r1', method: 'GET', route: '/v1/rules', status: 200, ms: 3 }
const ENDED: SolveResult = { outcome: 'optimal', seconds: 1.23456, gap: 0.01, disputed: false }

describe('each line', () => {
  it('is JSON with its time, level, process and message', () => {
    const { log, read } = logging()
    log.call(CALL)
    log.info('service started', { url: 'http://127.0.0.1:8080' })
    expect(read()).toEqual([
      expect.objectContaining({ level: 'info', msg: 'request', pid: process.pid, ...CALL }),
      expect.objectContaining({ level: 'info', msg: 'service started', url: 'http://127.0.0.1:8080' }),
    ])
    for (const { time } of read()) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it('has the ids of what the process is doing, through whatever it waits for', async () => {
    const { log, read } = logging()
    await inScope({ requestId: 'r7' }, async () => {
      await new Promise((resolve) => setImmediate(resolve))
      log.error(new Error('one'))
      inScope({ operation: 'o1' }, () => log.note({ kind: 'solve-ended', result: ENDED }))
    })
    log.info('outside')
    expect(read()).toEqual([
      expect.objectContaining({ level: 'error', requestId: 'r7', msg: 'one' }),
      expect.objectContaining({ requestId: 'r7', operation: 'o1', outcome: 'optimal', seconds: 1.235, gap: 0.01 }),
      expect.not.objectContaining({ requestId: expect.anything() }),
    ])
  })

  it('is written at its level or above', () => {
    const counts = (['silent', 'error', 'warn', 'info', 'debug'] as const).map((level) => {
      const { log, lines } = logging(level)
      log.error(new Error('an error'))
      log.note({ kind: 'takeover', operation: 'o1', result: 'requeued' })
      log.note({ kind: 'solve-ended', result: { ...ENDED, disputed: true } })
      log.call({ ...CALL, status: 503 })
      log.call(CALL)
      log.note({ kind: 'solve-started' })
      return lines.length
    })
    expect(counts).toEqual([0, 1, 4, 5, 6])
  })
})

describe('what an error says', () => {
  it.each([
    ['a document that a parser quotes', `Unexpected token 'Q', ..."e": "Quill"n"... is not valid JSON`, /Quill/],
    ['a value that a database refused', 'invalid input syntax for type uuid: "Quillfeather"', /Quill/],
    ['the password of an address', 'cannot reach postgres://rota:hunter2@db/rota', /hunter2/],
    ['a token', 'refused: Bearer abc.def', /abc\.def/],
    ['a cookie', 'bad header cookie: __Host-session=abcdef', /abcdef/],
    ['a key', 'no such key rota_Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4', /Zm9v/],
  ])('leaves out %s', (_, message, secret) => {
    expect(message).toMatch(secret)
    expect(redacted(message)).not.toMatch(secret)
    expect(JSON.stringify(loggedError(new Error('outer', { cause: new Error(message) })))).not.toMatch(secret)
  })

  it('keeps what helps: names of tables, ids of operations, codes and places in the code', () => {
    const kept = [
      'relation "operations" does not exist',
      'operation 0f8fad5b-d9cb-469f-a165-70867728950e is gone',
      'connect ECONNREFUSED 127.0.0.1:5432',
      "Cannot read properties of undefined (reading 'levels')",
    ]
    expect(kept.map(redacted)).toEqual(kept)
    const told = loggedError(Object.assign(new TypeError('no "Jane Doe" here'), { code: '23505' }))
    expect(told).toMatchObject({ type: 'TypeError', message: 'no "…" here', code: '23505' })
    expect(told.stack).toMatch(/^\s+at .*log\.test\.ts/)
    expect(told.stack).not.toContain('Jane')
  })

  it('is of anything that is thrown', () => {
    expect(loggedError('just "text"')).toEqual({ type: 'string', message: 'just "…"' })
  })
})

describe('a service', () => {
  const open: Listening[] = []
  afterEach(() => Promise.all(open.splice(0).map((service) => service.close())))

  it('never logs names, documents, keys or cookies, also not when it fails over them', async () => {
    const { log, lines, read } = logging('debug')
    const plan = (problem: { people: readonly { name: string }[] }) => {
      const [somebody] = problem.people
      throw new Error(`cannot place ${JSON.stringify(somebody)} of ${JSON.stringify(smallDocument())}`)
    }
    const service = await listen({ log: log.error, access: log.call, plan })
    open.push(service)
    const document = { ...smallDocument(), note: 'Xanthippe is a note' }
    const headers = {
      'content-type': 'application/json',
      authorization: 'Bearer rota_secretsecretsecretsecretsecret',
      cookie: '__Host-session=yumyumyumyum',
      'x-request-id': 'mine-1',
    }
    const answers = [
      await service.post('/v1/rotas', document, headers),
      await service.post('/v1/validations', document, headers),
      await service.post('/v1/validations', `{"note": "Xanthippe", "people": [}`, headers),
      await service.post('/v1/judgements', { document, rota: [{ person: 'Xanthippe' }] }, headers),
      await service.get('/v1/networks?name=Xanthippe', { headers }),
      await service.get('/Xanthippe', { headers }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([500, 200, 400, 422, 200, 404])
    await expect.poll(() => read().filter(({ msg }) => msg === 'request').length).toBe(answers.length)
    const text = lines.join('\n')
    const names = smallDocument().people.map(({ name }) => name)
    for (const secret of [...names, 'Xanthippe', 'secretsecret', 'yumyum', 'rota/1']) expect(text).not.toContain(secret)
    // The one line about the error has the id of its call.
    expect(read().filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({ requestId: 'mine-1', error: expect.objectContaining({ type: 'Error' }) }),
    ])
  })
})
