/** Where the program starts at a terminal. */
import packageJson from '../package.json' with { type: 'json' }
import { COMMANDS } from './commands.ts'
import { processWorld } from './process-world.ts'
import { run } from './run.ts'

// A reader that has seen enough (`rota … | head`) is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await run(
  process.argv.slice(2),
  { commands: COMMANDS, version: packageJson.version },
  processWorld(),
)
