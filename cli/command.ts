/** What a command is: one file in cli/commands, and one line in its list. */
import type { Call } from './call.ts'
import type { ExitCode } from './exit-codes.ts'
import type { World } from './world.ts'

export interface Option {
  readonly name: string
  readonly short?: string
  /** What kind of value it takes; `flag` takes none. */
  readonly kind: 'flag' | 'text' | 'number' | 'whole'
  /** What the value is called in the help: SECONDS, FILE. */
  readonly value?: string
  readonly help: string
}

/** A word that must stand behind the command. */
export interface Argument {
  readonly name: string
  readonly help: string
}

export interface Command {
  readonly name: string
  /** One line. */
  readonly does: string
  readonly arguments: readonly Argument[]
  readonly options: readonly Option[]
  run(call: Call, world: World): Promise<ExitCode>
}
