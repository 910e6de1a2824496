import { availableParallelism } from 'node:os'
import { readAtlas } from '../../src/intake/atlas.ts'
import { type Call, flag, nameOf, numberOption, textOption } from '../call.ts'
import type { Command, Option } from '../command.ts'
import { choose } from '../england/choice.ts'
import { type Ledger, openLedger } from '../england/ledger.ts'
import type { EnglandLine } from '../england/line.ts'
import { type PlanNetwork, planNetwork } from '../england/plan-network.ts'
import type { Planner } from '../england/planner.ts'
import { runEngland } from '../england/run.ts'
import { lineInWords, slowest, speedInWords, summarise, summaryInWords } from '../england/summary.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { jsonText } from '../files.ts'
import { serverUrl } from '../home.ts'
import { logTo } from '../logging.ts'
import { mondayOf, nextMonday } from '../weeks.ts'
import type { World } from '../world.ts'

/** What a run needs from its environment, so that tests can replace it. */
export interface EnglandMeans {
  readonly plan: PlanNetwork
  /** Plans through the queue on this PostgreSQL server, with `solvers` solves at once in this process. */
  readonly byQueue: (url: string, solvers: number, world: World) => Promise<Planner>
  /** Elapsed seconds, and processor seconds of all threads, each from any fixed point. */
  readonly clock: () => number
  readonly processor: () => number
}

/** Default time limit per network, in elapsed seconds. */
const SECONDS = 60
/** Networks queued at once if workers elsewhere do the solving: more than they can work on. */
const IN_QUEUE = 32
const SYNTHETIC = 'The people are synthetic: these figures say nothing about any real network, and none is named.'
/** How many of the slowest networks are listed. */
const SLOWEST = 10

const OPTIONS: readonly Option[] = [
  {
    name: 'workers',
    kind: 'whole',
    value: 'N',
    help: 'networks planned at once (default: the number of processors)',
  },
  { name: 'week', kind: 'text', value: 'DATE', help: 'any day of the week to plan (default: next week)' },
  { name: 'only', kind: 'text', value: 'ICB', help: 'only the networks of one integrated care board, by code or name' },
  { name: 'sample', kind: 'whole', value: 'N', help: 'a random sample of this many networks (default: all)' },
  { name: 'seed', kind: 'whole', value: 'N', help: 'random seed for people and sampling (default: 1)' },
  { name: 'seconds', kind: 'number', value: 'N', help: `time limit in seconds per network (default: ${SECONDS})` },
  {
    name: 'database',
    kind: 'text',
    value: 'URL',
    variable: 'DATABASE_URL',
    help: 'queue the networks on this PostgreSQL server, for its services and workers to plan',
  },
  {
    name: 'solvers',
    kind: 'whole',
    value: 'N',
    help: 'with --database: how many to plan here at once as well (default: 0)',
  },
  { name: 'json', kind: 'flag', help: 'print only networks and size groups, as JSON' },
  {
    name: 'output',
    short: 'o',
    kind: 'text',
    value: 'FILE',
    help: 'write one line of JSON per network; networks already in the file are not planned again',
  },
]

/** `rota england`: every network of the atlas, one line each. */
export function englandCommand(means: EnglandMeans): Command {
  return {
    name: 'england',
    does: 'Plans the week of every network in England, one line each; resumes after an interruption.',
    arguments: [],
    options: OPTIONS,
    check: (call) => void databaseOf(call),
    run: (call, world) => run(call, world, means),
  }
}

export const england: Command = englandCommand({
  plan: planNetwork,
  // Loaded here, so that other commands don't wait for a database.
  byQueue: async (url, places, world) => {
    const { openPlanner } = await import('../england/planner.ts')
    const { error: log } = await logTo(world, 'warn')
    return openPlanner({ kind: 'server', url }, { places, log })
  },
  clock: () => performance.now() / 1000,
  processor: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  },
})

async function run(call: Call, world: World, means: EnglandMeans): Promise<ExitCode> {
  const url = databaseOf(call)
  if (url === undefined) return runWith(call, world, means)
  world.say('Networks are queued. Run `rota worker --database URL` on any machine to plan them.')
  const { plan, close } = await means.byQueue(url, numberOption(call, 'solvers') ?? 0, world)
  return runWith(call, world, { ...means, plan, processor: null }).finally(close)
}

type Running = Pick<EnglandMeans, 'plan' | 'clock'> & { readonly processor: (() => number) | null }

async function runWith(call: Call, world: World, { plan, clock, processor }: Running): Promise<ExitCode> {
  const seed = numberOption(call, 'seed') ?? 1
  const networks = choose(readAtlas(), { only: textOption(call, 'only'), sample: numberOption(call, 'sample'), seed })
  const week = { week: mondayOf(textOption(call, 'week') ?? nextMonday(world.today())), seed }
  const ledger = openLedger(textOption(call, 'output'))
  const { stop, forget } = stopOnInterrupt(world)
  const began = { wall: clock(), processor: processor?.() ?? 0 }
  const faults: string[] = []
  const fresh = await runEngland({
    networks,
    done: ledger.lines,
    week,
    workers: Math.max(1, numberOption(call, 'workers') ?? usualWorkers(call)),
    seconds: numberOption(call, 'seconds') ?? SECONDS,
    plan,
    clock,
    stop,
    onLine: (line) => keep(line, { ledger, world, json: flag(call, 'json') }),
    onFault: (ods, fault) => {
      faults.push(ods)
      world.say(`${ods} was not planned: ${fault}`)
    },
    onProgress: (line) => world.progress(line),
  }).finally(() => {
    forget()
    world.progress('')
  })
  const wanted = new Set(networks.map(({ ods }) => ods))
  const lines = [...ledger.lines.filter(({ ods }) => wanted.has(ods)), ...fresh]
  tellAll(lines, world, flag(call, 'json'))
  world.say(
    speedInWords({
      planned: fresh.length,
      wall: clock() - began.wall,
      processor: processor === null ? null : processor() - began.processor,
    }),
  )
  if (lines.length < networks.length) world.say(leftInWords(networks.length - lines.length, textOption(call, 'output')))
  return faults.length > 0 ? EXIT.ourFault : EXIT.answered
}

function databaseOf(call: Call): string | undefined {
  const url = textOption(call, 'database')
  return url === undefined ? undefined : serverUrl(url, nameOf(call, 'database'))
}

function usualWorkers(call: Call): number {
  return textOption(call, 'database') === undefined ? availableParallelism() : IN_QUEUE
}

/** The first Ctrl-C stops what is running and starts nothing new; the second quits. */
function stopOnInterrupt(world: World): { readonly stop: Int32Array; readonly forget: () => void } {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const forget = world.onInterrupt(() => {
    if (Atomics.exchange(stop, 0, 1) === 1) return world.quit(EXIT.quit)
    world.progress('')
    world.say('Stopping: unfinished networks are left for the next run. Press Ctrl-C again to quit immediately.')
  })
  return { stop, forget }
}

function keep(line: EnglandLine, { ledger, world, json }: { ledger: Ledger; world: World; json: boolean }): void {
  ledger.add(line)
  if (!line.agrees) world.say(`${line.ods} is DISPUTED: the optimiser’s model and the independent check differ.`)
  if (!json) world.write(`${lineInWords(line)}\n`)
}

function tellAll(lines: readonly EnglandLine[], world: World, json: boolean): void {
  const sizes = summarise(lines)
  const networks = lines.map(({ ods: _, ...figures }) => figures)
  world.write(
    json ? jsonText({ networks, sizes }) : `\n${SYNTHETIC}\n\n${summaryInWords(sizes, slowest(lines, SLOWEST))}`,
  )
}

function leftInWords(left: number, file: string | undefined): string {
  const some = left === 1 ? '1 network is' : `${left.toLocaleString('en-GB')} networks are`
  return file === undefined ? `${some} left.` : `${some} left: the same command resumes from ${file}.`
}
