/** Shows how a solve gets on, and lets Ctrl-C end it. */
import type { Watch } from '../solver/search/watch.ts'
import { progressLine } from '../src/output/progress.ts'
import { EXIT } from './exit-codes.ts'
import type { World } from './world.ts'

/** The first Ctrl-C asks for the best rota so far; the second quits. `done` puts the terminal back as it was. */
export function watchSolve(world: World): { readonly watch: Watch; readonly done: () => void } {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const forget = world.onInterrupt(() => {
    if (Atomics.exchange(stop, 0, 1) === 1) return world.quit(EXIT.quit)
    world.progress('')
    world.say('Stopping: the best rota so far follows. Press Ctrl-C again to quit at once.')
  })
  const done = () => {
    forget()
    world.progress('')
  }
  return {
    watch: { stop, onProgress: (progress) => world.progress(progressLine(progress, world.progressWidth)) },
    done,
  }
}
