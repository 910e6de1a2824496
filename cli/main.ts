/** Entry point of the command line. */
import packageJson from '../package.json' with { type: 'json' }
import { COMMANDS } from './commands.ts'
import { processWorld } from './process-world.ts'
import { run } from './run.ts'

// A reader that stops early (`rota … | head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await run(
  process.argv.slice(2),
  { commands: COMMANDS, version: packageJson.version },
  processWorld(),
)
