/** A command: one file in cli/commands and one line in the list. */
import type { Call } from './call.ts'
import type { ExitCode } from './exit-codes.ts'
import type { World } from './world.ts'

export interface Option {
  readonly name: string
  readonly short?: string
  /** Kind of value; `flag` takes none. */
  readonly kind: 'flag' | 'text' | 'number' | 'whole'
  /** Name of the value in the help: SECONDS, FILE. */
  readonly value?: string
  readonly help: string
}

/** A required argument. */
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
