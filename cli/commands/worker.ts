import { BadInput } from '../../src/errors.ts'
import { type Call, nameOf, numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { DATABASE, serverUrl } from '../home.ts'
import { logLevelOf, logLevelOption, logTo } from '../logging.ts'
import { METRICS_PORT, SOLVERS, workUntilEnded } from '../serving.ts'

/** `rota worker`: runs queued solves, on any machine that can reach the database. */
export const worker: Command = {
  name: 'worker',
  does: 'Runs solves queued by services on the same PostgreSQL server.',
  arguments: [],
  options: [
    { ...DATABASE, help: 'PostgreSQL server: postgres://USER@HOST/NAME' },
    SOLVERS,
    METRICS_PORT,
    logLevelOption('info'),
  ],

  check: (call) => void databaseOf(call),

  async run(call, world) {
    const home = { kind: 'server', url: databaseOf(call) } as const
    await workUntilEnded(
      {
        home,
        places: numberOption(call, 'solvers'),
        metricsPort: numberOption(call, 'metrics-port'),
        log: await logTo(world, logLevelOf(call, 'info')),
      },
      world,
    )
    return EXIT.answered
  },
}

function databaseOf(call: Call): string {
  const url = textOption(call, 'database')
  if (url !== undefined) return serverUrl(url, nameOf(call, 'database'))
  const detail = 'A worker needs the PostgreSQL server it shares with a service: --database URL.'
  throw new BadInput([{ pointer: '', detail, maybe: 'rota serve, which runs its own solves' }])
}
