import { numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { SOLVERS, workUntilEnded } from '../serving.ts'

/** `rota worker`: runs queued solves, on any machine that can reach the database. */
export const worker: Command = {
  name: 'worker',
  does: 'Runs solves queued by services on the same PostgreSQL server.',
  arguments: [],
  options: [
    {
      name: 'database',
      kind: 'text',
      value: 'URL',
      help: 'PostgreSQL server: postgres://USER@HOST/NAME; or set DATABASE_URL',
    },
    SOLVERS,
  ],

  async run(call, world) {
    await workUntilEnded({ url: textOption(call, 'database'), places: numberOption(call, 'solvers') }, world)
    return EXIT.answered
  },
}
