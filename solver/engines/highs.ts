/** HiGHS, compiled to WebAssembly: the engine of every rota. It blocks its thread while it solves. */
import { readFileSync } from 'node:fs'
import type { Engine } from './engine.ts'
import { HighsSession } from './highs-session.ts'

export function highsEngine(): Engine {
  return {
    name: 'highs',
    version: packageVersion(),
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

/** Of the npm package, which is pinned; the solver inside calls itself by another number. */
function packageVersion(): string {
  const file = new URL('../package.json', import.meta.resolve('highs'))
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return version
}
