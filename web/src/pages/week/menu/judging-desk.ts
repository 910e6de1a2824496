/** The page's side of the thread that judges choices. */
import type { WeekDocument } from '../../../api.ts'
import type { AskedChoices, JudgedChoice, JudgingTask } from './judging.ts'

/** One thread for the page: it is started by the first question, and keeps the week that it was told. */
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

  /** Answers are told one by one until it is ended. */
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

/** Started when it is first needed. */
export function judgingDesk(): JudgingDesk {
  desk ??= new JudgingDesk()
  return desk
}
