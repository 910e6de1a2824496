/** Starts a file of this project in a thread, from a terminal (tsx) as well as from a test (vitest). */
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** What else a thread may be given: shared or moved buffers, and a ceiling on its memory. */
export type SpawnOptions = Pick<WorkerOptions, 'transferList' | 'resourceLimits' | 'name'>

/**
 * Starts the TypeScript module at `entry` (a file URL, usually `new URL('./x.ts', import.meta.url)`) in a worker thread.
 * The module reads `data` as `workerData` of node:worker_threads. Ready in about 0.15 s. The caller ends it: `terminate()`.
 */
export function spawnTs(entry: URL, data: unknown, options: SpawnOptions = {}): Worker {
  // tsx registers itself in the main thread only, and vitest's own transform never reaches a thread. So the thread starts
  // from two lines of plain JavaScript. `execArgv: []`, since what the parent was started with may not suit a thread.
  const tsx = import.meta.resolve('tsx/esm/api')
  const first = `import { register } from ${quoted(tsx)}; register(); await import(${quoted(entry.href)})`
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(first)}`), {
    workerData: data,
    execArgv: [],
    ...options,
  })
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
