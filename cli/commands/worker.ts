import { numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { SOLVERS, workUntilEnded } from '../serving.ts'

/** `rota worker`: solves what others have taken in, on any machine that reaches their database. */
export const worker: Command = {
  name: 'worker',
  does: 'Solves what services on the same PostgreSQL server take in.',
  arguments: [],
  options: [
    {
      name: 'database',
      kind: 'text',
      value: 'URL',
      help: 'the server: postgres://USER@HOST/NAME; or set DATABASE_URL',
    },
    SOLVERS,
  ],

  async run(call, world) {
    await workUntilEnded({ url: textOption(call, 'database'), places: numberOption(call, 'solvers') }, world)
    return EXIT.answered
  },
}
