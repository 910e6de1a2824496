import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { why } from '../../cli/commands/why.ts'
import { run } from '../../cli/run.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { smallDocument } from '../small-document.ts'
import { fakeWorld } from './fake-world.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rota-why-'))
  const small = smallDocument()
  const document: RotaDocument = {
    ...small,
    parts: small.parts.map((part) => ({ ...part, days: ['mon'] })),
    people: small.people.slice(0, 3),
    demand: [],
    backlog: [],
  }
  const monday = document.people.map((person) => ({ ...person, works: ['mon-am', 'mon-pm'] }))
  await writeFile(join(folder, 'week.json'), JSON.stringify({ ...document, people: monday }))
  await writeFile(
    join(folder, 'rota.json'),
    JSON.stringify([{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'duty' }]),
  )
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function ask(question: string, ...options: string[]) {
  const world = fakeWorld()
  const words = ['why', join(folder, 'week.json'), join(folder, 'rota.json'), question, ...options]
  const code = await run(words, { commands: [why], version: '1' }, world)
  return { code, ...world.seen }
}

describe('rota why', () => {
  it('answers in sentences, and shows what it is doing meanwhile', async () => {
    const { code, out, progress } = await ask('GP 1 off Monday morning')
    expect(code).toBe(0)
    expect(out).toMatch(/^If GP 1 were off on Monday morning, .*\.\n- /)
    expect(progress[0]).toBe('asking whether it can be …')
    expect(progress.at(-1)).toBe('')
  })

  it('prints the whole answer as JSON', async () => {
    const { out } = await ask('GP 3 duty Birch Lane Monday morning', '--json')
    const answer: unknown = JSON.parse(out)
    expect(answer).toMatchObject({ kind: 'possible', proof: { proven: true } })
  })

  it('refuses a question that it does not understand, with what may have been meant', async () => {
    const { code, out, err } = await ask('GP 7 off Monday morning')
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe('There is nobody with this name. (got "GP 7"; try GP 1)\n')
  })

  it('asks back on standard error where a name fits several, and lists them', async () => {
    const { code, out, err } = await ask('GP off Monday morning')
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe(
      [
        'Which "GP" is meant? Ask again with an id, such as "g1 off Monday morning".',
        '- GP 1 (g1), GP, Alder Road',
        '- GP 2 (g2), GP, Birch Lane',
        '- GP 3 (g3), GP, Alder Road',
        '',
      ].join('\n'),
    )
  })
})
