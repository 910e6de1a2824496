/** Trials: the service is killed at random moments while staff propose swaps and managers accept them, on either database. */
import { type Home, openDatabase } from '../api/store/database.ts'
import { draw } from '../src/intake/network/draw.ts'
import { CLIENT } from '../tests/api/access/certified-provider.ts'
import { runHostileProvider } from '../tests/api/access/hostile-provider.ts'
import { faultWords, rowOf } from './aftermath.ts'
import { killAll, postOf, startWords } from './killing.ts'
import { freePort, startCluster } from './postgres-cluster.ts'
import { startRota } from './rota-process.ts'
import { ADMINISTRATOR, gatherTeam } from './team.ts'
import { inspectTeam, readAll } from './team-inspection.ts'
import { makeTeamLedger, type TeamLedger } from './team-ledger.ts'
import { startTeamLoad } from './team-load.ts'
import { type Ground, type Row, type Trial, until } from './trial.ts'

export const teamKillsEmbedded: Trial = {
  name: 'team-kills-embedded',
  title: 'kill -9 while staff swap sessions, on a data folder',
  run: (ground) => rowsOf({ kind: 'folder', folder: `${ground.folder}/data` }, ground),
}

export const teamKillsServer: Trial = {
  name: 'team-kills-server',
  title: 'kill -9 while staff swap sessions, on a PostgreSQL server',
  async run(ground) {
    const cluster = await startCluster()
    ground.after(() => cluster.close())
    return rowsOf({ kind: 'server', url: cluster.url }, ground)
  },
}

async function rowsOf(home: Home, ground: Ground): Promise<readonly Row[]> {
  const lot = draw(ground.seed, home.kind, 'team')
  const provider = await runHostileProvider()
  ground.after(() => provider.close())
  const port = await freePort()
  const url = `http://localhost:${port}`
  const post = postOf('service', () => startRota(serving({ home, port, url, issuer: provider.issuer.href })))
  ground.after(() => post.process.kill())
  await post.process.ready
  const team = await gatherTeam(url, provider)
  const ledger = makeTeamLedger()
  const load = startTeamLoad({ team, ledger, lot })
  const told = () => `${ledger.swaps.size} swaps acknowledged`
  const busy = () => untilBusy(ledger)
  const starts = await killAll([post], ground, { times: ground.count({ full: 200, small: 6 }), lot, told, busy })
  await load.close()
  const read = await readAll(url, team, ledger)
  await post.process.end()
  const database = await openDatabase(home, () => undefined)
  const found = await inspectTeam(database.db, { team, ledger }).finally(() => database.close())
  const tried = triedWords(post.kills, ledger)
  const ends = [...found.states].map(([state, count]) => `${count} ${state}`).join(', ')
  return [
    rowOf('No swap, leave, wish or calendar is lost', tried, { faults: found.lost, seen: `0 lost; swaps: ${ends}` }),
    rowOf('No swap is half accepted', tried, { faults: found.half, seen: 'each is one rota, one publication' }),
    rowOf('Everybody reads one published rota', tried, {
      faults: [...found.inconsistent, ...read],
      seen: `${ledger.reads} rotas read, then own weeks and calendars`,
    }),
    rowOf('The service restarts every time', tried, { faults: [], seen: startWords(starts) }),
    rowOf('No call gets a server error', tried, { faults: faultWords(load.faults), seen: 'none did' }),
  ]
}

/** Minimum acknowledgements between two kills, however slow the machine, unless there is no progress for this many seconds. */
const BETWEEN = { answers: 4, seconds: 90 }

async function untilBusy(ledger: TeamLedger): Promise<void> {
  const before = ledger.answers
  const isEnough = (answers: number) => answers >= before + BETWEEN.answers
  const what = { waitingFor: 'answers', seconds: BETWEEN.seconds }
  await until(what, () => ledger.answers, isEnough).catch(() => undefined)
}

interface Serving {
  readonly home: Home
  readonly port: number
  readonly url: string
  readonly issuer: string
}

function serving({ home, port, url, issuer }: Serving) {
  const data = home.kind === 'folder' ? ['--data', home.folder] : []
  const database = home.kind === 'server' ? { DATABASE_URL: home.url } : {}
  const access = ['--oidc', issuer, '--client-id', CLIENT.id, '--public-url', url, '--administrator', ADMINISTRATOR]
  return {
    words: ['serve', '--port', String(port), '--solvers', '0', ...data, ...access],
    env: { OIDC_CLIENT_SECRET: CLIENT.secret, ...database },
  }
}

function triedWords(kills: number, { swaps, leave, wishes, calendars }: TeamLedger): string {
  const feeds = `${calendars.size} calendars`
  return `${kills} kills; ${swaps.size} swaps, ${leave.size} leave entries, wishes of ${wishes.size} people and ${feeds} acknowledged`
}
