/** Estimates from a worker of this page's own: the newest question is answered, and those that it overtook are not. */
import { useEffect, useRef, useState } from 'react'
import type { MixSketch } from '../../api.ts'
import type { Band, EstimateMessage, EstimateTask } from './estimates.ts'

type More = EstimateTask['more']

interface Known {
  readonly band: Band | null
  /** The question that it answers. */
  readonly sketch: MixSketch
  readonly more: More
}

/** Null until there is one. While a newer one is on its way, the last is shown. */
export function useEstimate(sketch: MixSketch | undefined, more: More): Band | null {
  const [known, setKnown] = useState<Known | null>(null)
  const desk = useRef<EstimateDesk | null>(null)
  useEffect(() => {
    const own = new EstimateDesk(setKnown)
    desk.current = own
    return () => own.close()
  }, [])
  useEffect(() => {
    if (sketch !== undefined) desk.current?.ask(sketch, more)
  }, [sketch, more])
  useEffect(() => {
    if (known !== null) performance.mark('rota-estimate')
  }, [known])
  return known?.band ?? null
}

/** One worker; it holds one question at a time, and the newest of those that came meanwhile. */
class EstimateDesk {
  readonly #worker = new Worker(new URL('./estimate-worker.ts', import.meta.url), { type: 'module' })
  #asked: EstimateTask | null = null
  #next: EstimateTask | null = null
  #id = 0

  constructor(tell: (known: Known) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<EstimateMessage>) => {
      const asked = this.#asked
      if (asked === null || data.id !== asked.id) return
      tell({ band: data.band, sketch: asked.sketch, more: asked.more })
      const isDone = data.band === null || data.band.low !== null
      if (!isDone) return
      this.#asked = null
      if (this.#next !== null) this.#send(this.#next)
    })
  }

  ask(sketch: MixSketch, more: More): void {
    this.#id += 1
    const task = { id: this.#id, sketch, more }
    if (this.#asked === null) this.#send(task)
    else this.#next = task
  }

  close(): void {
    this.#worker.terminate()
  }

  #send(task: EstimateTask): void {
    this.#next = null
    this.#asked = task
    this.#worker.postMessage(task)
  }
}
