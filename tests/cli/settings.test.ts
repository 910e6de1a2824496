/** Every option of every command may be set by a variable of the environment instead. */
import { describe, expect, it } from 'vitest'
import { readCall } from '../../cli/call.ts'
import type { Command, Option } from '../../cli/command.ts'
import { COMMANDS } from '../../cli/commands.ts'
import { run } from '../../cli/run.ts'
import { variableOf } from '../../cli/settings.ts'
import { BadInput } from '../../src/errors.ts'
import { fakeWorld } from './fake-world.ts'

const EACH = COMMANDS.flatMap((command) =>
  command.options.map((option) => [command.name, variableOf(option), { command, option }] as const),
)

/** A value that the option takes, as text. */
function goodValue({ kind, choices }: Option): string {
  return kind === 'flag' ? 'true' : (choices?.[0] ?? '3')
}

/** One that it refuses; undefined where any text will do. */
function badValue({ kind, choices }: Option): string | undefined {
  return (kind === 'text' && choices === undefined) || kind === 'texts' ? undefined : 'nonsense'
}

const words = ({ arguments: given }: Command) => given.map(({ name }) => name)

function complaintsOf(work: () => unknown): string[] {
  try {
    work()
  } catch (error) {
    if (error instanceof BadInput) return error.complaints.map(({ detail, seen }) => `${detail} ${seen}`)
    throw error
  }
  return []
}

async function typed(line: readonly string[], env: Record<string, string>) {
  const world = fakeWorld('', env)
  return { code: await run(line, { commands: COMMANDS, version: '0' }, world), ...world.seen }
}

describe.each(EACH)('%s reads %s', (_, variable, { command, option }) => {
  const line = `--${option.name}`

  it('as it reads the option', () => {
    const value = goodValue(option)
    const onLine = readCall(command, [...words(command), ...(option.kind === 'flag' ? [line] : [line, value])])
    const inEnvironment = readCall(command, words(command), { [variable]: value })
    expect([inEnvironment.options, inEnvironment.lists]).toEqual([onLine.options, onLine.lists])
    expect(Object.keys({ ...onLine.options, ...onLine.lists })).toEqual([option.name])
    expect(inEnvironment.named).toEqual({ [option.name]: variable })
  })

  it('unless it is empty, or the option is on the command line', () => {
    expect(readCall(command, words(command), { [variable]: '' }).options).toEqual({})
    const given = [...words(command), ...(option.kind === 'flag' ? [line] : [line, goodValue(option)])]
    const call = readCall(command, given, { [variable]: badValue(option) ?? 'another' })
    expect(call.named).toEqual({ [option.name]: line })
  })

  it('and says so when it cannot be', () => {
    const wrong = badValue(option)
    if (wrong === undefined) return
    const complaints = complaintsOf(() => readCall(command, words(command), { [variable]: wrong }))
    expect(complaints).toEqual([expect.stringMatching(new RegExp(`^${variable} (needs|must) .*"${wrong}"$`))])
  })

  it('and tells of it in its help', async () => {
    expect((await typed([command.name, '--help'], {})).out).toContain(`[env: ${variable}]`)
  })
})

describe('variables', () => {
  it('of one command are of one option each', () => {
    for (const command of COMMANDS) {
      const names = command.options.map(variableOf)
      expect(new Set(names).size, command.name).toBe(names.length)
    }
  })

  it('hold several values with commas between them', () => {
    const [week] = COMMANDS.filter(({ name }) => name === 'week')
    expect(week && readCall(week, ['RECORD'], { ROTA_PAST: 'one.json, two.json' }).lists).toEqual({
      past: ['one.json', 'two.json'],
    })
  })

  it('switch flags on and off in words', () => {
    const [solve] = COMMANDS.filter(({ name }) => name === 'solve')
    const json = (text: string) => solve && readCall(solve, ['DOC'], { ROTA_JSON: text }).options
    expect(['true', 'Yes', '1'].map(json)).toEqual(Array(3).fill({ json: true }))
    expect(['false', 'NO', '0'].map(json)).toEqual(Array(3).fill({}))
  })
})

describe('a wrong setting of a service', () => {
  it('is reported with all others: the variable, what was seen, what is allowed', async () => {
    const { code, err, out } = await typed(['serve'], {
      PORT: '70000',
      ROTA_SOLVERS: 'many',
      DATABASE_URL: 'mysql://rota:hunter2@db/rota',
      OIDC_ISSUER: 'http://id.example',
      TRUST_PROXY: 'all',
      ROTA_NOW: 'tomorrow',
      WEBHOOK_HOSTS: 'https://hooks.example/path',
    })
    expect([code, out]).toEqual([2, ''])
    for (const line of [
      'PORT must be at most 65535. (got "70000")',
      'ROTA_SOLVERS needs a number, zero or more. (got "many")',
      'DATABASE_URL must be a PostgreSQL server: postgres://USER@HOST/NAME. (got "mysql://rota:…@db/rota"',
      'OIDC_ISSUER must start with https://',
      'ROTA_NOW must be a day or a time of a day, written as YYYY-MM-DD or YYYY-MM-DDTHH:mm. (got "tomorrow"',
      '--client-id is missing',
      'TRUST_PROXY must be the number of reverse proxies, or their addresses. (got all; try 1)',
      'Each host in WEBHOOK_HOSTS must be a name or an address',
    ])
      expect(err).toContain(line)
    expect(err).not.toContain('hunter2')
  })

  it('is two homes, unless one of them is on the command line', async () => {
    const both = { ROTA_DATA: 'here', DATABASE_URL: 'postgres://h/d' }
    expect((await typed(['backup', 'FILE'], both)).err).toContain('Use either ROTA_DATA or DATABASE_URL, not both.')
    const { err } = await typed(['backup', 'FILE', '--data', '/no/such/folder'], both)
    expect(err).toContain('no database in')
  })
})
