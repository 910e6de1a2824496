/**
 * The process whose memory is measured: `memory-process SOLVES` prints a line of JSON after every tenth solve, more often in
 * short runs. Needs `--expose-gc`.
 */
import { ruleBook } from '../solver/rules/index.ts'
import { planInThread } from '../solver/worker/thread.ts'
import { readDocument } from '../src/intake/assemble.ts'
import type { MemorySample } from './memory.ts'
import { tinyDocument } from './tiny-document.ts'

const solves = Number(process.argv[2])
/** Resident memory varies by tens of megabytes, so a short run needs more than three samples for a slope. */
const every = Math.max(1, Math.min(10, Math.floor(solves / 30)))
for (let solve = 1; solve <= solves; solve += 1) {
  const problem = readDocument(tinyDocument({ waiting: 1 + (solve % 7), seconds: 120 }), ruleBook())
  const { status } = await planInThread(problem, { documentHash: String(solve) })
  if (status === 'no-rota' || status === 'impossible') throw new Error(`Solve ${solve} ended as ${status}.`)
  if (solve % every === 0) console.log(JSON.stringify(await look(solve)))
}

async function look(solve: number): Promise<MemorySample> {
  // Twice, yielding to the event loop in between: some memory is freed only then.
  for (let time = 0; time < 2; time += 1) {
    globalThis.gc?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage()
  return { solves: solve, heap: heapUsed + external + arrayBuffers, resident: rss }
}
