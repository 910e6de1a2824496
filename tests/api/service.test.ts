import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgementResponse, reportResponse } from '../../api/contract/report.ts'
import { ruleResponse } from '../../api/contract.ts'
import { type Service, serve } from '../../api/main.ts'
import { RULES } from '../../solver/rules/index.ts'
import { smallDocument } from '../small-document.ts'

/** A worse rota will do here, and sooner. */
const QUICKLY = { seconds: 3, gap: 0.05, seed: 1 }

let service: Service
const faults: unknown[] = []
beforeAll(async () => {
  service = await serve({ port: 0, log: (error) => faults.push(error) })
})
afterAll(() => service.close())

function post(path: string, body: unknown): Promise<Response> {
  return fetch(service.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function rotaOf(document: unknown) {
  const response = await post('/v1/rotas', document)
  expect(response.status).toBe(200)
  return reportResponse.parse(await response.json())
}

describe('the service, with everything real', () => {
  it('listens on this machine alone', () => {
    expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('solves a small week, and finds in its rota what its report tells', async () => {
    const document = smallDocument({ solve: QUICKLY })
    const report = await rotaOf(document)
    expect(report.disputed).toBe(false)
    expect(report.assignments.length).toBeGreaterThan(20)
    const judgement = judgementResponse.parse(await (await post('/v1/judgements', { document, rota: report })).json())
    expect(judgement.agrees).toBe(true)
    expect(judgement.service).toEqual(report.service)
    expect(judgement.findings).toEqual(report.findings)
  })

  it('answers an impossible week with the reason', async () => {
    const pins = [{ person: 'n1', date: '2026-12-02', part: 'am', site: 'alder', work: 'clinic' }]
    const report = await rotaOf(smallDocument({ pins, solve: QUICKLY }))
    expect(report.status).toBe('impossible')
    expect(report.clash?.rules).toContain('pinned')
  })

  it('answers other calls while it solves a practice', async () => {
    const text = readFileSync(new URL('../../fixtures/networks/one-practice.json', import.meta.url), 'utf8')
    const solving = rotaOf({ ...JSON.parse(text), solve: QUICKLY })
    const first = await Promise.race([solving, fetch(`${service.url}/healthz`)])
    expect(first).toBeInstanceOf(Response)
    expect((await solving).disputed).toBe(false)
  })

  it('lists every rule as the rules are', async () => {
    const rules = ruleResponse.array().parse(await (await fetch(`${service.url}/v1/rules`)).json())
    expect(rules.map((rule) => rule.id)).toEqual(RULES.map((rule) => rule.id))
  })

  it('refuses a port that is taken', async () => {
    await expect(serve({ port: Number(new URL(service.url).port) })).rejects.toThrow('EADDRINUSE')
  })

  it('is scraped by Prometheus: solves by outcome, an empty queue, the heap', async () => {
    const text = await (await fetch(`${service.url}/metrics`)).text()
    expect(text).toMatch(/^rota_solve_duration_seconds_count\{outcome="impossible"\} 1$/m)
    expect(text).toMatch(/^rota_solves_in_progress 0$/m)
    expect(text).toMatch(/^rota_queue_depth 0$/m)
    expect(text).toMatch(/^nodejs_heap_size_used_bytes \d+$/m)
  })

  it('has had no fault of its own', () => {
    expect(faults).toEqual([])
  })
})
