/** A command: one file in cli/commands and one line in the list. */
import type { Call } from './call.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Environment } from './settings.ts'
import type { World } from './world.ts'

export interface Option {
  readonly name: string
  readonly short?: string
  /** Kind of value; `flag` takes none, `texts` one or more, and may be repeated. */
  readonly kind: 'flag' | 'text' | 'texts' | 'number' | 'whole'
  /** Name of the value in the help: SECONDS, FILE. */
  readonly value?: string
  /** Environment variable, if not `ROTA_` plus the option's name: `DATABASE_URL`. */
  readonly variable?: string
  /** For numbers: the maximum. */
  readonly most?: number
  /** For text: the allowed values. */
  readonly choices?: readonly string[]
  readonly help: string
}

/** A required argument. */
export interface Argument {
  readonly name: string
  /** For the last argument: may be repeated. */
  readonly several?: true
  readonly help: string
}

export interface Command {
  readonly name: string
  /** One line. */
  readonly does: string
  readonly arguments: readonly Argument[]
  readonly options: readonly Option[]
  /** Throws a BadInput with all errors in combinations of options, before anything is done. */
  check?(call: Call, env: Environment): void
  run(call: Call, world: World): Promise<ExitCode>
}
