/** Checks every point that an engine returns, whatever the engine: an infeasible point is a Defect. */
import { Defect } from '../../src/errors.ts'
import type { Lp } from '../lp/lp.ts'
import { holds, residuals } from '../lp/residuals.ts'
import type { Answer, Engine, Session } from './engine.ts'

/** Wraps the engine; `solve` and sessions throw a Defect instead of returning a point that violates its programme. */
export function checked(engine: Engine): Engine {
  const open = engine.open?.bind(engine)
  return {
    name: engine.name,
    version: engine.version,
    solve: async (lp, limits) => judged(engine.name, lp, await engine.solve(lp, limits)),
    ...(open === undefined ? {} : { open: (lp: Lp) => checkedSession(engine.name, open(lp)) }),
    close: async () => engine.close?.(),
  }
}

function checkedSession(name: string, session: Session): Session {
  return {
    get lp() {
      return session.lp
    },
    setCosts: (cost, offset) => session.setCosts(cost, offset),
    setColumnBounds: (column, lower, upper) => session.setColumnBounds(column, lower, upper),
    setRowBounds: (row, lower, upper) => session.setRowBounds(row, lower, upper),
    setWhole: (column, whole) => session.setWhole(column, whole),
    addRows: (rows) => session.addRows(rows),
    solve: async (limits) => judged(name, session.lp, await session.solve(limits)),
    basis: () => session.basis(),
    tableau: (columns) => session.tableau(columns),
    warmStart: (basis, by) => session.warmStart(basis, by),
    close: () => session.close(),
  }
}

function judged(name: string, lp: Lp, answer: Answer): Answer {
  if (!('point' in answer)) return answer
  const found = residuals(lp, answer.point)
  if (holds(found)) return answer
  const { broken, bound, row, whole } = found
  const fault = broken
    ? 'values that are no numbers'
    : `bounds missed by ${bound}, rows by ${row}, whole numbers by ${whole}`
  throw new Defect(`The engine ${name} handed over a point with ${fault}.`)
}
