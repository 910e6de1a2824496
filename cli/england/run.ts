/** Plans the remaining networks with a pool of workers; each is stored as soon as it is done. */
import { BadInput } from '../../src/errors.ts'
import type { NetworkEntry } from '../../src/intake/atlas.ts'
import type { EnglandLine, Week } from './line.ts'
import type { PlanNetwork } from './plan-network.ts'
import { workOff } from './pool.ts'

export interface Run {
  readonly networks: readonly NetworkEntry[]
  /** Lines of an earlier run; their networks are not planned again. */
  readonly done: readonly EnglandLine[]
  readonly week: Week
  readonly workers: number
  /** Elapsed seconds per network. */
  readonly seconds: number
  readonly plan: PlanNetwork
  /** Elapsed seconds from any fixed point. */
  readonly clock: () => number
  readonly stop: Int32Array
  readonly onLine: (line: EnglandLine) => void
  readonly onFault: (ods: string, fault: string) => void
  readonly onProgress: (line: string) => void
}

/** Lines of this run, in order of completion, without networks that were interrupted. */
export async function runEngland(run: Run): Promise<EnglandLine[]> {
  checkWeek(run.done, run.week)
  const known = new Set(run.done.map((line) => line.ods))
  const left = run.networks.filter(({ ods }) => !known.has(ods))
  const began = run.clock()
  const lines: EnglandLine[] = []
  let faults = 0
  const tell = () => {
    const ended = lines.length + faults
    run.onProgress(
      progressWords({
        ended,
        left: left.length,
        before: run.networks.length - left.length,
        seconds: run.clock() - began,
      }),
    )
  }
  const isOver = () => Atomics.load(run.stop, 0) !== 0
  tell()
  await workOff({
    tasks: left,
    workers: run.workers,
    isOver,
    work: async ({ ods }) => {
      try {
        const line = await run.plan({ ods, ...run.week, seconds: run.seconds, stop: run.stop, onProgress: tell })
        if (isOver() && line.status !== 'optimal' && line.status !== 'within-gap') return
        lines.push(line)
        run.onLine(line)
      } catch (error) {
        faults += 1
        run.onFault(ods, error instanceof Error ? error.message : String(error))
      }
      tell()
    },
  })
  return lines
}

function checkWeek(done: readonly EnglandLine[], { week, seed }: Week): void {
  const other = done.find((line) => line.week !== week || line.seed !== seed)
  if (other === undefined) return
  throw new BadInput([
    {
      pointer: '--output',
      detail: `This file is from another run: the week of ${other.week}, seed ${other.seed}.`,
      maybe: `--week ${other.week} --seed ${other.seed}, or another file`,
    },
  ])
}

interface Standing {
  /** Networks finished in this run, and all that it started with. */
  readonly ended: number
  readonly left: number
  /** Networks from earlier runs. */
  readonly before: number
  readonly seconds: number
}

/** Cells of the bar. */
const BAR = 20

/** "[####................] 312 of 1,298 networks, 24%, about 50 min left". */
export function progressWords({ ended, left, before, seconds }: Standing): string {
  const all = before + left
  const share = all === 0 ? 100 : Math.floor((100 * (before + ended)) / all)
  const full = all === 0 ? BAR : Math.floor((BAR * (before + ended)) / all)
  const bar = `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}]`
  const words = [
    `${bar} ${(before + ended).toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} networks`,
    `${share}%`,
  ]
  if (ended > 0 && ended < left) words.push(`about ${durationWords(((left - ended) * seconds) / ended)} left`)
  return words.join(', ')
}

function durationWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}
