/** HiGHS as WebAssembly: one instance a thread, thrown away after a crash and after a solve that took much memory. */
import loader, { type Highs } from 'highs'

/** WebAssembly memory only grows. An instance above this is not used again, once nothing is open in it. */
const LARGE_BYTES = 128 * 1024 * 1024

// The package's types describe its CommonJS half; as an ES module its default export is the loader itself.
const load = loader as unknown as typeof loader.default

/** An instance, and how many models are open in it. */
export interface Runtime {
  readonly highs: Highs
  open: number
}

let current: Promise<Runtime> | null = null
let loaded: Runtime | null = null

/** This thread's instance with one more model counted as open; hand it back with `leave`. */
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

/** The next model opens in a fresh instance; the memory of this one goes once nothing holds it. Call it after any throw. */
export function dropHighs(): void {
  current = null
  loaded = null
}

/** Bytes of this thread's instance; 0 if there is none. */
export function highsMemory(): number {
  return loaded?.highs.memoryBytes ?? 0
}
