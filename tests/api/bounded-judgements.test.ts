/** How far a rota is from the best possible, asked over HTTP and at a terminal. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgementResponse } from '../../api/contract/report.ts'
import { judge } from '../../cli/commands/judge.ts'
import { run } from '../../cli/run.ts'
import { fakeWorld } from '../cli/fake-world.ts'
import { smallDocument } from '../small-document.ts'
import { checkedFetch } from './contract-check.ts'
import { type Listening, listen } from './listening.ts'

const ROTA = [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'duty' }]
let service: Listening
let folder = ''

beforeAll(async () => {
  service = await listen()
  folder = await mkdtemp(join(tmpdir(), 'rota-bound-'))
  await writeFile(join(folder, 'week.json'), JSON.stringify(smallDocument()))
  await writeFile(join(folder, 'rota.json'), JSON.stringify(ROTA))
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true, force: true })
})

async function judged(body: Record<string, unknown>) {
  const response = await checkedFetch(`${service.url}/v1/judgements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ document: smallDocument(), rota: ROTA, ...body }),
  })
  return { status: response.status, answer: (await response.json()) as unknown }
}

describe('a judgement', () => {
  it('has bounds where they are asked for', async () => {
    const { levels } = judgementResponse.parse((await judged({ bound: true })).answer)
    const urgent = levels.find(({ level }) => level === 'urgent')
    expect(urgent?.bound).toBeLessThan(urgent?.value ?? 0)
    expect(urgent?.gap).toBeGreaterThan(0)
  })

  it('has none otherwise', async () => {
    const { levels } = judgementResponse.parse((await judged({})).answer)
    expect(levels.flatMap(({ bound }) => bound ?? [])).toEqual([])
  })

  it('is refused where that is neither true nor false', async () => {
    expect(await judged({ bound: 'yes' })).toMatchObject({ status: 422, answer: { errors: [{ pointer: '/bound' }] } })
  })
})

it('a terminal says it in words', async () => {
  const world = fakeWorld()
  const words = ['judge', join(folder, 'week.json'), join(folder, 'rota.json'), '--bound']
  expect(await run(words, { commands: [judge], version: '1' }, world)).toBe(0)
  expect(world.seen.out.replaceAll(/\s+/g, ' ')).toMatch(
    /- Safety: .* sessions short .*; no rota comes below .* that is as good on what comes before, so it is at most [\d.]+% from the best possible/,
  )
})
