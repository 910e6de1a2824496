/** Estimates from a worker owned by the page. */
import { useEffect, useRef, useState } from 'react'
import type { MixSketch } from '../../api.ts'
import { EstimateDesk, type KnownEstimate } from './estimate-desk.ts'
import type { EstimateTask } from './estimates.ts'

/** The latest answer with its question; null until there is one. */
export function useEstimate(sketch: MixSketch | undefined, more: EstimateTask['more']): KnownEstimate | null {
  const [known, setKnown] = useState<KnownEstimate | null>(null)
  const desk = useRef<EstimateDesk | null>(null)
  useEffect(() => {
    const worker = new Worker(new URL('./estimate-worker.ts', import.meta.url), { type: 'module' })
    const own = new EstimateDesk(worker, setKnown)
    desk.current = own
    return () => own.close()
  }, [])
  useEffect(() => {
    if (sketch !== undefined) desk.current?.ask({ sketch, more })
  }, [sketch, more])
  useEffect(() => {
    if (known !== null) performance.mark('rota-estimate')
  }, [known])
  return known
}
