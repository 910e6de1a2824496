/** The page's interface to the judging worker. */
import type { Assignment, WeekDocument } from '../../../api.ts'
import type { Figures } from '../../../parts/week/figures.ts'
import type { AskedChoices, JudgedChoice, JudgedRota, JudgingTask } from './judging.ts'

/** One worker per page, started by the first question. It keeps the week it was sent. */
class JudgingDesk {
  readonly #worker = new Worker(new URL('./judging-worker.ts', import.meta.url), { type: 'module' })
  #document: WeekDocument | null = null
  #id = 0
  #tell: (judged: JudgedChoice) => void = () => undefined
  #rota = 0
  #tellRota: (figures: Figures) => void = () => undefined

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<JudgedChoice | JudgedRota>) => {
      if ('rota' in data) {
        if (data.rota === this.#rota) this.#tellRota(data.figures)
      } else if (data.id === this.#id) this.#tell(data)
    })
  }

  /** Calls `tell` for each answer until cancelled. */
  ask(document: WeekDocument, asked: Omit<AskedChoices, 'id'>, tell: (judged: JudgedChoice) => void): () => void {
    const id = this.#id + 1
    this.#id = id
    this.#tell = tell
    this.#know(document)
    this.#send({ kind: 'choices', asked: { id, ...asked } })
    return () => {
      if (this.#id !== id) return
      this.#id += 1
      this.#send({ kind: 'end' })
    }
  }

  /** A rota, without why its findings exist; nothing is told if the service cannot say. */
  judge(document: WeekDocument, assignments: readonly Assignment[], tell: (figures: Figures) => void): () => void {
    const id = this.#rota + 1
    this.#rota = id
    this.#tellRota = tell
    this.#know(document)
    this.#send({ kind: 'rota', asked: { id, assignments } })
    return () => {
      if (this.#rota !== id) return
      this.#rota += 1
      this.#send({ kind: 'end-rota' })
    }
  }

  #know(document: WeekDocument): void {
    if (document !== this.#document) this.#send({ kind: 'week', document })
    this.#document = document
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
