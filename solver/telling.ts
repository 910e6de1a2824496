/** Progress of a running solve for people: what is being done, a summary of the best rota so far, and from time to time the rota itself. */
import type { Level } from '../src/breach.ts'
import type { Problem } from '../src/problem.ts'
import type { Rota } from '../src/rota.ts'
import { assignmentsOf } from './report/plan.ts'
import { serviceOf } from './report/service.ts'
import { FIRST_ROTA } from './search/incumbent.ts'
import type { RotaPreview, SolveProgress, Watch } from './search/watch.ts'

/** A larger gap, as before a level has a bound, tells nobody anything. */
const SAYS_SOMETHING = 0.5

/** Minimum interval between previews, in seconds. */
const EVERY = 1

const LEVELS: Readonly<Record<Level, string>> = {
  never: 'the hard rules',
  safety: 'safe cover',
  urgent: 'urgent need',
  service: 'routine need',
  wellbeing: 'workload and wellbeing',
  cost: 'cost',
  wish: 'wishes',
}

export interface TellingMeans {
  readonly problem: Problem
  /** Seconds since the solve started. */
  readonly elapsed: () => number
  readonly decode: (point: Float64Array) => Rota
}

/** Wraps the caller's watch: adds words to progress, and sends previews of rotas. */
export function toldTo(watch: Watch, means: TellingMeans): Watch {
  const { onProgress, onBest, onPreview } = watch
  const shown = new Shown(means, onPreview)
  return {
    ...watch,
    ...(onProgress && {
      onProgress: (progress: SolveProgress) => {
        shown.show()
        onProgress(inWords(progress, shown.headline))
      },
    }),
    ...((onProgress || onPreview || onBest) && {
      onBest: (best) => {
        onBest?.(best)
        shown.keep(best.point)
        shown.show()
      },
    }),
  }
}

/** Adds words to progress. */
export function inWords(progress: SolveProgress, headline: string | undefined): SolveProgress {
  const { gap } = progress
  return {
    ...progress,
    doing: doingOf(progress),
    ...(headline === undefined ? {} : { headline }),
    ...(gap === null || gap > SAYS_SOMETHING ? {} : { distance: distanceOf(gap, progress.level) }),
  }
}

function doingOf({ stage, level, best }: SolveProgress): string {
  if (stage === FIRST_ROTA) return best === null ? 'Looking for a first rota' : 'Improving the rota'
  return level === null ? 'Reading the rules of the week' : `Making sure that ${LEVELS[level]} cannot be better`
}

/** Rounded up, since it is a promise. */
function distanceOf(gap: number, level: Level | null): string {
  const share = `at most ${(Math.ceil(gap * 1000 - 1e-6) / 10).toFixed(1)}% from the best possible`
  return level === null ? share : `${share} in ${LEVELS[level]}`
}

/** "Urgent need dealt with on the same day: 93%; 12 patients wait past their target". */
export function headlineOf(problem: Problem, rota: Rota): string {
  const { urgent, overdue } = serviceOf(problem, rota.clinics)
  const late = Math.round(overdue.contacts)
  const waiting = late === 0 ? 'nobody waits' : late === 1 ? '1 patient waits' : `${late} patients wait`
  return `Urgent need dealt with on the same day: ${Math.floor(100 * urgent.share + 1e-6)}%; ${waiting} past their target`
}

/** The latest rota and its headline, limited to a rate that people can follow. */
class Shown {
  headline: string | undefined
  readonly #means: TellingMeans
  readonly #onPreview: ((preview: RotaPreview) => void) | undefined
  #next: Float64Array | undefined
  #last = Number.NEGATIVE_INFINITY
  #drawn = ''

  constructor(means: TellingMeans, onPreview: ((preview: RotaPreview) => void) | undefined) {
    this.#means = means
    this.#onPreview = onPreview
  }

  keep(point: Float64Array): void {
    this.#next = point
  }

  /** Shows the latest rota unless one was shown a moment ago. */
  show(): void {
    const { problem, elapsed, decode } = this.#means
    const point = this.#next
    const seconds = elapsed()
    if (point === undefined || seconds - this.#last < EVERY) return
    this.#next = undefined
    this.#last = seconds
    const rota = decode(point)
    this.headline = headlineOf(problem, rota)
    const assignments = assignmentsOf(problem, rota.assignments)
    const drawn = JSON.stringify([this.headline, assignments])
    if (drawn === this.#drawn) return
    this.#drawn = drawn
    this.#onPreview?.({ seconds, headline: this.headline, assignments })
  }
}
