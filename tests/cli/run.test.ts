import { describe, expect, it } from 'vitest'
import type { Call } from '../../cli/call.ts'
import type { Command } from '../../cli/command.ts'
import { COMMANDS } from '../../cli/commands.ts'
import { run } from '../../cli/run.ts'
import { BadInput, Defect } from '../../src/errors.ts'
import { fakeWorld } from './fake-world.ts'

const calls: Call[] = []
const plan: Command = {
  name: 'plan',
  does: 'Plans.',
  arguments: [{ name: 'DOC', help: 'a document' }],
  options: [
    { name: 'seconds', kind: 'number', value: 'N', help: 'time' },
    { name: 'seed', kind: 'whole', value: 'N', help: 'seed' },
    { name: 'file', kind: 'texts', value: 'FILE …', help: 'files' },
    { name: 'json', kind: 'flag', help: 'JSON' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'a file' },
  ],
  async run(call) {
    if (call.arguments[0] === 'bad')
      throw new BadInput([{ pointer: '/week', detail: 'No week.', seen: '3', maybe: 'a Monday' }])
    if (call.arguments[0] === 'broken') throw new Defect('the sky fell')
    calls.push(call)
    return 0
  },
}

async function type(...words: string[]) {
  const world = fakeWorld()
  const code = await run(words, { commands: [plan], version: '9.8.7' }, world)
  return { code, ...world.seen }
}

describe('a command that is understood', () => {
  it('gets its words, flags, numbers and texts', async () => {
    expect((await type('plan', 'week.json', '--seconds', '2.5', '--json', '-o', 'out.json', '--seed=7')).code).toBe(0)
    expect(calls.at(-1)).toEqual({
      arguments: ['week.json'],
      options: { seconds: 2.5, json: true, output: 'out.json', seed: 7 },
      named: { seconds: '--seconds', json: '--json', output: '--output', seed: '--seed' },
      lists: {},
    })
  })

  it('gets every value of an option that takes several, up to the next option', async () => {
    expect((await type('plan', 'week.json', '--file', 'a', 'b', '--json', '--file=c')).code).toBe(0)
    expect(calls.at(-1)).toMatchObject({ arguments: ['week.json'], lists: { file: ['a', 'b', 'c'] } })
  })
})

describe('a command that is not understood ends with 2, says what may be meant, and leaves standard output alone', () => {
  it.each([
    [['paln'], 'There is no command "paln". (try plan)'],
    [['plan', 'x', '--secnods', '3'], '"plan" has no option --secnods. (try --seconds)'],
    [['plan'], 'DOC is missing: a document.'],
    [['plan', 'x', 'y'], 'Unexpected argument. (got "y")'],
    [['plan', 'x', '--seconds'], '--seconds needs a value: --seconds N.'],
    [['plan', 'x', '--output', '--json'], '--output needs a value: --output FILE.'],
    [['plan', 'x', '--seconds', 'soon'], '--seconds needs a number, zero or more. (got "soon")'],
    [['plan', 'x', '--seconds', 'Infinity'], '--seconds needs a number, zero or more. (got "Infinity")'],
    [['plan', 'x', '--seed', '1.5'], '--seed needs a whole number. (got "1.5")'],
    [['plan', 'x', '--json=yes'], '--json takes no value. (got "yes")'],
    [[], 'Usage: rota COMMAND'],
  ])('%j', async (words, message) => {
    const { code, out, err } = await type(...words)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(message)
    expect(err).toContain('Usage:')
  })

  it('tells everything that is wrong at once', async () => {
    const { err } = await type('plan', '--seed', 'x', '--seconds', 'y')
    expect(err).toContain('--seed needs')
    expect(err).toContain('--seconds needs')
  })
})

describe('help and version are answers', () => {
  it.each([[['--help']], [['help']], [['-h']]])('%j tells every command', async (words) => {
    expect(await type(...words)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('plan DOC  Plans.') })
  })

  it('tells a command’s options', async () => {
    const { code, out } = await type('plan', '--help')
    expect(code).toBe(0)
    expect(out).toContain('-o, --output FILE')
  })

  it('tells the version', async () => {
    expect(await type('--version')).toMatchObject({ code: 0, out: '9.8.7\n' })
  })
})

describe('what goes wrong inside', () => {
  it('is bad input where the caller can mend it', async () => {
    const { code, out, err } = await type('plan', 'bad')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toBe('/week: No week. (got 3; try a Monday)\n')
  })

  it('is our fault where the caller cannot', async () => {
    const { code, err } = await type('plan', 'broken')
    expect(code).toBe(1)
    expect(err).toContain('the sky fell')
  })
})

it('every command says what it does in a sentence, and names its options once', () => {
  for (const command of COMMANDS) {
    expect(command.does, command.name).toMatch(/^[A-Z].*\.$/)
    const names = command.options.map((option) => option.name)
    expect(new Set(names).size, command.name).toBe(names.length)
  }
})
