/** HiGHS as WebAssembly: one instance per thread, discarded after a crash or after a solve that took much memory. */
import loader, { type Highs } from 'highs'

/** WebAssembly memory only grows, so a larger instance is not reused once no model is open in it. */
const LARGE_BYTES = 128 * 1024 * 1024

// The package's types describe its CommonJS build; in the ES module the default export is the loader itself.
const load = loader as unknown as typeof loader.default

/** An instance, and the number of models open in it. */
export interface Runtime {
  readonly highs: Highs
  open: number
}

let current: Promise<Runtime> | null = null
let loaded: Runtime | null = null

/** This thread's instance, with one more model counted as open; release it with `leave`. */
export async function enter(): Promise<Runtime> {
  current ??= load().then((highs) => ({ highs, open: 0 }))
  loaded = await current
  loaded.open += 1
  return loaded
}

export function leave(runtime: Runtime): void {
  runtime.open -= 1
  if (runtime === loaded && runtime.open === 0 && runtime.highs.memoryBytes > LARGE_BYTES) dropHighs()
}

/** Makes the next model open in a fresh instance; this one is garbage-collected once unreferenced. Call it after any throw. */
export function dropHighs(): void {
  current = null
  loaded = null
}

/** Memory of this thread's instance in bytes; 0 if there is none. */
export function highsMemory(): number {
  return loaded?.highs.memoryBytes ?? 0
}
