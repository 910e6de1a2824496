/** Starts a TypeScript file of this project in a thread, both from a terminal (tsx) and from a test (vitest). */
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Further options: transferred buffers, and a memory limit. */
export type SpawnOptions = Pick<WorkerOptions, 'transferList' | 'resourceLimits' | 'name'>

/**
 * Starts the TypeScript module at `entry` (a file URL, usually `new URL('./x.ts', import.meta.url)`) in a worker thread. The module reads
 * `data` as `workerData` of node:worker_threads. Ready in about 0.15 s. The caller calls `terminate()`.
 */
export function spawnTs(entry: URL, data: unknown, options: SpawnOptions = {}): Worker {
  // tsx registers itself in the main thread only, and vitest's transform does not reach threads, so the thread starts from two lines of
  // plain JavaScript. `execArgv: []`, since the parent's arguments may not suit a thread.
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
