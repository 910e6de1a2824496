import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../cli/commands.ts'
import { run } from '../../cli/run.ts'
import { wrongDocuments } from '../src/intake/wrong-documents.ts'
import { fakeWorld } from './fake-world.ts'

const sendable = wrongDocuments().filter((wrong) => !wrong.inMemory)

describe('a wrong document ends a command with 2, nothing printed, and a line that points to the fault', () => {
  it('is tried in at least fifty ways', () => {
    expect(sendable.length).toBeGreaterThanOrEqual(50)
  })

  it.each(sendable)('$name', async ({ document, pointer }) => {
    const world = fakeWorld(JSON.stringify(document))
    const code = await run(['solve', '-', '--json'], { commands: COMMANDS, version: '1' }, world)
    expect(code).toBe(2)
    expect(world.seen.out).toBe('')
    // Numbers of rules are those of a rule book of tests, so here the rule itself has to do.
    const fault = pointer.startsWith('/rules/') ? pointer.split('/').slice(0, 3).join('/') : pointer
    expect(world.seen.err).not.toMatch(/[^\P{Cc}\n]/u)
    const places = world.seen.err.split('\n').map((line) => line.split(': ')[0] ?? '')
    expect(places.filter((place) => place.startsWith(`standard input ${fault}`.trimEnd()))).not.toEqual([])
  })
})
