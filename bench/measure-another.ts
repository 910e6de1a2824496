/** Runs a peer, or the relaxation, on the programme that our own rules built. */
import type { Engine } from '../solver/engines/engine.ts'
import { highsEngine } from '../solver/engines/highs/highs.ts'
import { jslpEngine } from '../solver/engines/jslp/jslp.ts'
import { nativeEngine } from '../solver/engines/native/native.ts'
import { floorOf } from '../solver/facts/level-units.ts'
import type { Model } from '../solver/model/elastic.ts'
import type { Level } from '../src/breach.ts'
import { BadInput } from '../src/errors.ts'
import type { Problem } from '../src/problem.ts'
import { programOf } from './machine.ts'
import type { Measured } from './measure-ours.ts'
import { type PythonPeer, pythonEngine } from './peers/python-engine.ts'
import { stretch } from './processor-clock.ts'
import { travel } from './roads.ts'
import { Stopwatch } from './spent.ts'
import { isRelaxation, type Task } from './task.ts'

/** A point that violates the programme by more than this has more than rounding errors, and its value cannot be compared. */
const PRECISE = 1e-6

/** CP-SAT computes in thousandths, so it could not hold a level any tighter. */
const THOUSANDTH = 1e-3

export async function another(problem: Problem, model: Model, task: Task): Promise<Measured> {
  const { engine, processor, worstMiss } = await peerFor(task)
  // Other programs limit elapsed seconds.
  const longer = OUTSIDE.includes(task.way) ? stretch() : 1
  const watch = new Stopwatch(processor)
  const nothing = { first: null, aside: null }
  try {
    const travelled = await travel(model, {
      engine,
      relaxed: isRelaxation(task.way),
      interior: task.way === 'relaxation-interior',
      warm: task.way === 'relaxation-warm',
      gap: task.gap,
      ...(task.way === 'cp-sat' ? { tolerance: THOUSANDTH } : {}),
      left: () => longer * (task.seconds - watch.read().processor),
      floorOf: (level: Level) => floorOf(level, problem),
    })
    const spent = watch.read()
    const miss = worstMiss()
    const imprecise = miss > PRECISE ? `, its points miss rows by up to ${miss.toExponential(0)}` : ''
    return {
      ...{ solve: spent, ...nothing, values: travelled.values },
      reached: travelled.solved === travelled.levels,
      end: `${travelled.end}${imprecise}`,
    }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const end = error.complaints[0]?.detail ?? 'refused'
    return { solve: watch.read(), ...nothing, reached: false, end, values: [] }
  } finally {
    await engine.close?.()
  }
}

const OUTSIDE: readonly Task['way'][] = ['cbc', 'cp-sat', 'highspy']

interface PeerEngine {
  readonly engine: Engine
  readonly processor: () => number
  readonly worstMiss: () => number
}

async function peerFor({ way, python }: Task): Promise<PeerEngine> {
  if (way === 'cp-sat' || way === 'highspy') {
    const engine = await pythonEngine(way satisfies PythonPeer, python ?? 'python3')
    return { engine, processor: engine.processor, worstMiss: engine.worstMiss }
  }
  return { engine: engineOf(way), processor: () => 0, worstMiss: () => 0 }
}

function engineOf(way: Task['way']): Engine {
  if (way === 'javascript-lp-solver') return jslpEngine()
  if (way !== 'cbc') return highsEngine()
  const file = programOf('cbc')
  if (file === null) throw new BadInput([{ pointer: '', detail: 'no program "cbc" on this machine' }])
  return nativeEngine({ kind: 'cbc', file })
}
