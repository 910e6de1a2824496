/** From a command line to an exit code. */
import { BadInput, type Complaint, Stopped } from '../src/errors.ts'
import { nearest } from '../src/intake/suggest.ts'
import { type Reading, understand } from './call.ts'
import type { Command } from './command.ts'
import { complaintLine } from './complaints.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { overview, usage } from './usage.ts'
import type { World } from './world.ts'

/** The installed program: its commands and version. */
export interface Program {
  readonly commands: readonly Command[]
  readonly version: string
}

/** Never throws: failures are reported on standard error and in the exit code. */
export async function run(words: readonly string[], program: Program, world: World): Promise<ExitCode> {
  try {
    return await dispatch(words, program, world)
  } catch (error) {
    world.progress('')
    if (error instanceof BadInput) return tellBadInput(error.complaints, world)
    if (error instanceof Stopped) {
      world.say('Stopped before a rota was found.')
      return EXIT.noRota
    }
    world.say('This is a bug in the program, not in your input. Please report it with these lines:')
    world.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return EXIT.ourFault
  }
}

async function dispatch(words: readonly string[], program: Program, world: World): Promise<ExitCode> {
  const [name, ...rest] = words
  if (name === undefined) {
    world.say(overview(program.commands))
    return EXIT.badInput
  }
  if (name === '--help' || name === '-h' || name === 'help') return help(rest[0], program, world)
  if (name === '--version') {
    world.write(`${program.version}\n`)
    return EXIT.answered
  }
  const command = program.commands.find((c) => c.name === name)
  if (!command) return misunderstood([unknownCommand(name, program)], overview(program.commands), world)
  if (rest.includes('--help') || rest.includes('-h')) return help(name, program, world)
  const { call, complaints } = understand(command, rest, world.env)
  const wrong = [...complaints, ...complaintsOfAll(command, call, world)]
  return wrong.length > 0 ? misunderstood(wrong, usage(command), world) : command.run(call, world)
}

function help(name: string | undefined, program: Program, world: World): ExitCode {
  const command = program.commands.find((c) => c.name === name)
  if (name !== undefined && !command)
    return misunderstood([unknownCommand(name, program)], overview(program.commands), world)
  world.write(command ? usage(command) : overview(program.commands))
  return EXIT.answered
}

function complaintsOfAll(command: Command, call: Reading['call'], world: World): readonly Complaint[] {
  try {
    command.check?.(call, world.env)
    return []
  } catch (error) {
    if (error instanceof BadInput) return error.complaints
    throw error
  }
}

function unknownCommand(name: string, { commands }: Program): Complaint {
  const maybe = nearest(
    name,
    commands.map((command) => command.name),
  )
  return { pointer: '', detail: `There is no command "${name}".`, ...(maybe === undefined ? {} : { maybe }) }
}

function misunderstood(complaints: readonly Complaint[], how: string, world: World): ExitCode {
  const code = tellBadInput(complaints, world)
  world.say('')
  world.say(how.trimEnd())
  return code
}

function tellBadInput(complaints: readonly Complaint[], world: World): ExitCode {
  for (const complaint of complaints) world.say(complaintLine(complaint))
  return EXIT.badInput
}
