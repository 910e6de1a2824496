/** Schedules questions for a single worker. The newest is answered first; superseded ones are dropped. */
import type { MixSketch } from '../../api.ts'
import type { Assumed, Band, EstimateMessage, EstimateTask } from './estimates.ts'

export interface EstimateQuestion {
  readonly sketch: MixSketch
  readonly more: EstimateTask['more']
}

/** A question with the part of its answer known so far. */
export interface KnownEstimate extends EstimateQuestion {
  readonly band: Band
}

/** The part of the Worker interface used here. */
export interface EstimateWorker {
  postMessage(task: EstimateTask): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { readonly data: EstimateMessage }) => void): void
}

interface Open {
  readonly question: EstimateQuestion
  readonly assumed: Assumed
  readonly found: Partial<Band>
}

/** The worker solves one programme at a time. The ends of the evidence range are only solved while there is no newer question. */
export class EstimateDesk {
  readonly #worker: EstimateWorker
  readonly #tell: (known: KnownEstimate) => void
  #open: Open | null = null
  #next: EstimateQuestion | null = null
  /** The sketch the worker currently holds. */
  #sketch: MixSketch | null = null

  constructor(worker: EstimateWorker, tell: (known: KnownEstimate) => void) {
    this.#worker = worker
    this.#tell = tell
    worker.addEventListener('message', ({ data }) => this.#answered(data))
  }

  ask(question: EstimateQuestion): void {
    this.#next = question
    if (this.#open === null) this.#goOn()
  }

  close(): void {
    this.#worker.terminate()
  }

  #answered(estimate: EstimateMessage): void {
    const open = this.#open
    this.#open = null
    if (open !== null && estimate !== null) this.#found(open, { ...open.found, [open.assumed]: estimate })
    if (this.#open === null) this.#goOn()
  }

  /** Both ends are reported together. */
  #found({ question, assumed }: Open, found: Partial<Band>): void {
    const { middle, low = null, high = null } = found
    if (middle !== undefined && assumed !== 'low')
      this.#tell({ ...question, band: { middle, low: high === null ? null : low, high } })
    if (this.#next === null && assumed !== 'high')
      this.#send({ question, assumed: assumed === 'middle' ? 'low' : 'high', found })
  }

  #goOn(): void {
    const question = this.#next
    this.#next = null
    if (question !== null) this.#send({ question, assumed: 'middle', found: {} })
  }

  #send(open: Open): void {
    const { sketch, more } = open.question
    this.#open = open
    this.#worker.postMessage({ sketch: sketch === this.#sketch ? null : sketch, more, assumed: open.assumed })
    this.#sketch = sketch
  }
}
