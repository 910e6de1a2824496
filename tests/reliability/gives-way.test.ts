/** A solve in a service lets calls go first. */
import { readdirSync, readFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { expect, it } from 'vitest'
import { tinyDocument } from '../../scripts/reliability/tiny-document.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { planInThread } from '../../solver/thread.ts'
import { readDocument } from '../../src/intake/assemble.ts'

/** The priorities of this process's threads, where the machine tells them. */
function priorities(): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc/self/task').flatMap((thread) => {
    try {
      const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
      // The second field is a name in brackets; the priority that was asked for is the seventeenth behind it.
      return [Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])]
    } catch {
      // A thread that has ended meanwhile.
      return []
    }
  })
}

it('the solving thread is less urgent, and no other', async () => {
  const before = getPriority()
  const seen = new Set<number>()
  const looking = setInterval(() => {
    for (const priority of priorities()) seen.add(priority)
  }, 20)
  const problem = readDocument(tinyDocument({ seconds: 30 }), ruleBook())
  const report = await planInThread(problem, { documentHash: 'x', givesWay: true })
  clearInterval(looking)
  expect(report.assignments.length).toBeGreaterThan(0)
  expect(getPriority()).toBe(before)
  if (process.platform === 'linux') expect([...seen]).toContain(Math.min(19, before + 10))
})
