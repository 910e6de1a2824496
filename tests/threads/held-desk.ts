/** A thread of the desk that does as its input says: waits at a gate, never ends, or takes all memory that there is. */
import { parentPort } from 'node:worker_threads'

interface Input {
  readonly gate?: Int32Array
  readonly act: 'answer' | 'spin' | 'fill' | 'throw'
  readonly value: unknown
}

parentPort?.on('message', ({ input: { gate, act, value } }: { readonly input: Input }) => {
  if (gate !== undefined) Atomics.wait(gate, 0, 0)
  const kept: number[][] = []
  while (act === 'spin') kept.length = 0
  while (act === 'fill') kept.push(new Array(100_000).fill(kept.length))
  if (act === 'throw') throw new Error('the thread fell over')
  parentPort?.postMessage({ kind: 'done', value })
})
