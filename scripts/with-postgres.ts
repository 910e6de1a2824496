/**
 * Runs a command with a private PostgreSQL server, whose address is in ROTA_TEST_DATABASE: `tsx scripts/with-postgres.ts npm run
 * test:postgres`. The server and its files are removed when the command exits or is killed.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startCluster } from '../reliability/postgres-cluster.ts'

const [command, ...words] = process.argv.slice(2)
if (command === undefined) {
  process.stderr.write('Usage: with-postgres COMMAND [WORD…]\n')
  process.exit(2)
}
const cluster = await startCluster()
const child = spawn(command, words, { stdio: 'inherit', env: { ...process.env, ROTA_TEST_DATABASE: cluster.url } })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
try {
  const [code] = await once(child, 'exit')
  process.exitCode = typeof code === 'number' ? code : 1
} finally {
  cluster.close()
}
