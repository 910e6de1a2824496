/** A database that is away is reported as such: 503 and when to retry, and nothing more. */
import { describe, expect, it } from 'vitest'
import { problemHandler } from '../../api/problems.ts'
import { whyAway } from '../../api/store/away.ts'

const coded = (code: string, message = 'secret words') => Object.assign(new Error(message), { code })

describe('a database that does not answer', () => {
  it.each([
    ['57P01', 'not responding'],
    ['57P03', 'not responding'],
    ['08006', 'not responding'],
    ['ECONNREFUSED', 'not responding'],
    ['53100', 'disk is full'],
    ['ENOSPC', 'disk is full'],
  ])('is known by %s', (code, words) => {
    expect(whyAway(coded(code))).toContain(words)
  })

  it('is known by what the driver says without a code', () => {
    expect(whyAway(new Error('Connection terminated unexpectedly'))).toContain('not responding')
  })

  it('is not any other fault', () => {
    expect([whyAway(coded('23505')), whyAway(new Error('x')), whyAway('ECONNREFUSED')]).toEqual([null, null, null])
  })

  it('is answered by 503 with a retry time, and logged', async () => {
    const logged: unknown[] = []
    const fault = coded('57P01')
    const sent: unknown[] = []
    const note = (value: unknown) => {
      sent.push(value)
      return response
    }
    const response = { headersSent: false, set: note, status: note, type: note, send: note }
    const handle = problemHandler((error) => logged.push(error))
    handle(fault, {} as never, response as never, () => undefined)
    expect(sent).toContainEqual({ 'Retry-After': '5' })
    expect(sent).toContain(503)
    expect(JSON.stringify(sent)).not.toContain('secret')
    expect(logged).toEqual([fault])
  })
})
