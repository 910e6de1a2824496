/** HiGHS, compiled to WebAssembly: the engine of every rota. It blocks its thread while it solves. */
import type { Engine } from '../engine.ts'
import { packageVersion } from '../package-version.ts'
import { HighsSession } from './session.ts'

export function highsEngine(): Engine {
  return {
    name: 'highs',
    // Version of the pinned package; the solver inside reports another number.
    version: packageVersion('highs'),
    async solve(lp, limits) {
      const session = new HighsSession(lp)
      try {
        return await session.solve(limits)
      } finally {
        session.close()
      }
    },
    open: (lp) => new HighsSession(lp),
  }
}
