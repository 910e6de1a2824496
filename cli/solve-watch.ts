/** Shows a solve's progress, and lets Ctrl-C stop it. */
import type { Watch } from '../solver/search/watch.ts'
import { progressLine } from '../src/output/progress.ts'
import { EXIT } from './exit-codes.ts'
import type { World } from './world.ts'

/** The first Ctrl-C asks for the best rota so far; the second quits. `done` restores the terminal. */
export function watchSolve(world: World): { readonly watch: Watch; readonly done: () => void } {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const forget = stopOnInterrupt(world, () => void Atomics.store(stop, 0, 1))
  const done = () => {
    forget()
    world.progress('')
  }
  return {
    watch: { stop, onProgress: (progress) => world.progress(progressLine(progress, world.progressWidth)) },
    done,
  }
}

/** The first Ctrl-C calls the listener, the second quits, until the returned function is called. */
export function stopOnInterrupt(world: World, stop: () => void): () => void {
  let asked = false
  return world.onInterrupt(() => {
    if (asked) return world.quit(EXIT.quit)
    asked = true
    world.progress('')
    world.say('Stopping: the best rota so far follows. Press Ctrl-C again to quit immediately.')
    stop()
  })
}
