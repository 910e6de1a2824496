/** The page's interface to the judging worker. */
import type { WeekDocument } from '../../../api.ts'
import type { AskedChoices, JudgedChoice, JudgingTask } from './judging.ts'

/** One worker per page, started by the first question. It keeps the week it was sent. */
class JudgingDesk {
  readonly #worker = new Worker(new URL('./judging-worker.ts', import.meta.url), { type: 'module' })
  #document: WeekDocument | null = null
  #id = 0
  #tell: (judged: JudgedChoice) => void = () => undefined

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<JudgedChoice>) => {
      if (data.id === this.#id) this.#tell(data)
    })
  }

  /** Calls `tell` for each answer until cancelled. */
  ask(document: WeekDocument, asked: Omit<AskedChoices, 'id'>, tell: (judged: JudgedChoice) => void): () => void {
    const id = this.#id + 1
    this.#id = id
    this.#tell = tell
    if (document !== this.#document) this.#send({ kind: 'week', document })
    this.#document = document
    this.#send({ kind: 'choices', asked: { id, ...asked } })
    return () => {
      if (this.#id !== id) return
      this.#id += 1
      this.#send({ kind: 'end' })
    }
  }

  #send(task: JudgingTask): void {
    this.#worker.postMessage(task)
  }
}

let desk: JudgingDesk | null = null

/** Started lazily. */
export function judgingDesk(): JudgingDesk {
  desk ??= new JudgingDesk()
  return desk
}
