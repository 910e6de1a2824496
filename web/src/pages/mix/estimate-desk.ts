/** The questions put to one worker: the newest is answered first, and those that it overtook never. */
import type { MixSketch } from '../../api.ts'
import type { Assumed, Band, EstimateMessage, EstimateTask } from './estimates.ts'

export interface EstimateQuestion {
  readonly sketch: MixSketch
  readonly more: EstimateTask['more']
}

/** A question with its answer, as far as there is one. */
export interface KnownEstimate extends EstimateQuestion {
  readonly band: Band
}

/** All that is used of a worker. */
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

/** The worker has one programme at a time: an end of the evidence is tried as long as nobody asks anything newer. */
export class EstimateDesk {
  readonly #worker: EstimateWorker
  readonly #tell: (known: KnownEstimate) => void
  #open: Open | null = null
  #next: EstimateQuestion | null = null
  /** The sketch that the worker has. */
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

  /** The ends are told together. */
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
