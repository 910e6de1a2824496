import { availableParallelism } from 'node:os'
import { readAtlas } from '../../src/intake/atlas.ts'
import { type Call, flag, numberOption, textOption } from '../call.ts'
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
import { homeOf, logTo } from '../serving.ts'
import { mondayOf, nextMonday } from '../weeks.ts'
import type { World } from '../world.ts'

/** What the run asks of the machine, so that a test can stand in for it. */
export interface EnglandMeans {
  readonly plan: PlanNetwork
  /** By the queue on this PostgreSQL server; `solvers` of it in this process. */
  readonly byQueue: (url: string, solvers: number, world: World) => Promise<Planner>
  /** Wall seconds, and processor seconds of all threads together, each from any fixed point. */
  readonly clock: () => number
  readonly processor: () => number
}

/** Wall seconds for a network, where nobody says. */
const SECONDS = 60
/** Networks handed to the queue at one time, where workers elsewhere do the solving: more than they can work on. */
const IN_QUEUE = 32
const SYNTHETIC = 'The people are synthetic: these figures say nothing about any real network, and none is named.'
/** So many of the slowest networks are told. */
const SLOWEST = 10

const OPTIONS: readonly Option[] = [
  {
    name: 'workers',
    kind: 'whole',
    value: 'N',
    help: 'networks planned at one time; as many as there are processors where left out',
  },
  { name: 'week', kind: 'text', value: 'DATE', help: 'a day of the week to plan; next week where left out' },
  { name: 'only', kind: 'text', value: 'ICB', help: 'networks of one integrated care board, by code or name' },
  { name: 'sample', kind: 'whole', value: 'N', help: 'so many networks, drawn by lot; all where left out' },
  { name: 'seed', kind: 'whole', value: 'N', help: 'seed of the people and of the lot; 1 where left out' },
  { name: 'seconds', kind: 'number', value: 'N', help: `time allowed for a network; ${SECONDS} where left out` },
  {
    name: 'database',
    kind: 'text',
    value: 'URL',
    help: 'put the networks into the queue of this PostgreSQL server, for its services and workers to plan',
  },
  {
    name: 'solvers',
    kind: 'whole',
    value: 'N',
    help: 'with --database: so many planned here as well; 0 where left out',
  },
  { name: 'json', kind: 'flag', help: 'print networks and sizes as JSON, and nothing else' },
  {
    name: 'output',
    short: 'o',
    kind: 'text',
    value: 'FILE',
    help: 'keep a line of JSON a network; networks that are in the file already are not planned again',
  },
]

/** `rota england`: every network of the atlas, one line each. */
export function englandCommand(means: EnglandMeans): Command {
  return {
    name: 'england',
    does: 'Plans the week of every network in England, one line each; goes on where it was stopped.',
    arguments: [],
    options: OPTIONS,
    run: (call, world) => run(call, world, means),
  }
}

export const england: Command = englandCommand({
  plan: planNetwork,
  // Loaded here, so that no other command waits for a database.
  byQueue: async (url, places, world) => {
    const { openPlanner } = await import('../england/planner.ts')
    return openPlanner(homeOf(undefined, url, ''), { places, log: logTo(world) })
  },
  clock: () => performance.now() / 1000,
  processor: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  },
})

async function run(call: Call, world: World, means: EnglandMeans): Promise<ExitCode> {
  const url = textOption(call, 'database')
  if (url === undefined) return runWith(call, world, means)
  world.say('Networks go into the queue: `rota worker --database URL`, on any machine, plans them.')
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

function usualWorkers(call: Call): number {
  return textOption(call, 'database') === undefined ? availableParallelism() : IN_QUEUE
}

/** The first Ctrl-C ends what runs and begins nothing more; the second quits. */
function stopOnInterrupt(world: World): { readonly stop: Int32Array; readonly forget: () => void } {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const forget = world.onInterrupt(() => {
    if (Atomics.exchange(stop, 0, 1) === 1) return world.quit(EXIT.quit)
    world.progress('')
    world.say('Stopping: networks that are not done are left for the next run. Press Ctrl-C again to quit at once.')
  })
  return { stop, forget }
}

function keep(line: EnglandLine, { ledger, world, json }: { ledger: Ledger; world: World; json: boolean }): void {
  ledger.add(line)
  if (!line.agrees) world.say(`${line.ods} is DISPUTED: the optimiser’s account of its rota and our own check differ.`)
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
  return file === undefined ? `${some} left.` : `${some} left: the same command goes on from ${file}.`
}
