/** HiGHS, compiled to WebAssembly: the engine of every rota. It blocks its thread while it solves. */
import type { Engine } from '../engine.ts'
import { packageVersion } from '../package-version.ts'
import { HighsSession } from './session.ts'

export function highsEngine(): Engine {
  return {
    name: 'highs',
    // Of the package, which is pinned; the solver inside calls itself by another number.
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
