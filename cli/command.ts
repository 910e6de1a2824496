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
  /** Its variable in the environment, where that is not `ROTA_` and its name: `DATABASE_URL`. */
  readonly variable?: string
  /** Of a number: the largest that is allowed. */
  readonly most?: number
  /** Of text: the only values that are allowed. */
  readonly choices?: readonly string[]
  readonly help: string
}

/** A required argument. */
export interface Argument {
  readonly name: string
  /** Of the last one: it may be given several times. */
  readonly several?: true
  readonly help: string
}

export interface Command {
  readonly name: string
  /** One line. */
  readonly does: string
  readonly arguments: readonly Argument[]
  readonly options: readonly Option[]
  /** Throws a BadInput with everything that is wrong with options taken together, before anything is done. */
  check?(call: Call, env: Environment): void
  run(call: Call, world: World): Promise<ExitCode>
}
