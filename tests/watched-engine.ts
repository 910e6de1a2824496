/** Wraps HiGHS to observe every programme it opens. */
import type { Engine, Session } from '../solver/engines/engine.ts'
import type { Lp } from '../solver/lp/lp.ts'
import { HIGHS } from './solved-week.ts'

/** `onOpen` may replace the session's methods. */
export function watched(onOpen: (session: Session, lp: Lp) => void): Engine {
  const open = (lp: Lp) => {
    const session = HIGHS.open?.(lp)
    if (session === undefined) throw new Error('HiGHS holds programmes open')
    onOpen(session, lp)
    return session
  }
  return { name: 'watched', version: '0', solve: HIGHS.solve.bind(HIGHS), open }
}
