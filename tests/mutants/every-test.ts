/**
 * Every test that mutants are run against, loaded once and run again for each mutant. Restarting Vitest for each takes longer than
 * the tests do. Not a test file of its own: tests/mutants/runner.mjs runs it and asks by messages.
 */
import { describe, it, type RunnerTestCase, type RunnerTestSuite, TestRunner } from 'vitest'

/** What Stryker's instrumented code reads and writes. */
interface Instrumented {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: unknown
}

type Question = { readonly kind: 'all' } | { readonly kind: 'end' } | MutantQuestion

/** Tests by their ids, in the order in which they run; the first that fails is the last. */
interface MutantQuestion {
  readonly kind: 'mutant'
  readonly mutant: string
  readonly tests: readonly string[]
  readonly hitLimit: number | undefined
}

interface Ran {
  readonly id: string
  readonly file: string
  readonly milliseconds: number
  /** Why it failed; none where it did not. */
  readonly failure: string | undefined
}

const global = globalThis as { __stryker__?: Instrumented }
global.__stryker__ ??= {}
const instrumented = global.__stryker__

const channel = new BroadcastChannel('mutants')
const files = (process.env.MUTANTS_TESTS ?? '').split(',')

/** All but those of this file itself. */
function testsOf(suite: RunnerTestSuite, names: readonly string[] = []): [string, RunnerTestCase][] {
  return suite.tasks.flatMap((task) => {
    const path = [...names, task.name]
    if (task.type === 'suite') return testsOf(task, path)
    return names.length === 0 ? [] : [[path.join(' '), task] as [string, RunnerTestCase]]
  })
}

async function run(id: string, test: RunnerTestCase): Promise<Ran> {
  const started = performance.now()
  const end = (failure?: string) => ({
    ...{ id, file: files.find((file) => id.startsWith(`${file} `)) ?? '' },
    ...{ milliseconds: performance.now() - started, failure },
  })
  try {
    await TestRunner.getTestFn(test)()
    return end()
  } catch (error) {
    return end(error instanceof Error ? error.message : String(error))
  }
}

async function coverageOf(tests: ReadonlyMap<string, RunnerTestCase>) {
  const ran: Ran[] = []
  for (const [id, test] of tests) {
    instrumented.currentTestId = id
    ran.push(await run(id, test))
    instrumented.currentTestId = undefined
  }
  return { ran, coverage: instrumented.mutantCoverage }
}

/** `isBroken`: the test that failed does so without the mutant as well, now that it has been here. */
async function tryMutant({ mutant, tests: ids, hitLimit }: MutantQuestion, tests: ReadonlyMap<string, RunnerTestCase>) {
  const ran: Ran[] = []
  Object.assign(instrumented, { activeMutant: mutant, hitCount: 0, hitLimit })
  for (const id of ids) {
    const test = tests.get(id)
    if (test !== undefined) ran.push(await run(id, test))
    if (ran.at(-1)?.failure !== undefined) break
  }
  const hitCount = instrumented.hitCount
  Object.assign(instrumented, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined })
  const failed = ran.find(({ failure }) => failure !== undefined)
  const test = tests.get(failed?.id ?? '')
  const isBroken = test !== undefined && (await run('', test)).failure !== undefined
  return { ran, hitCount, isBroken }
}

// The first test of the file answers for as long as it is asked, and runs the others itself.
it('answers', { timeout: Number.POSITIVE_INFINITY }, async ({ task }) => {
  const tests = new Map(testsOf(task.file))
  await new Promise<void>((resolve) => {
    channel.onmessage = async ({ data }) => {
      const asked = data as Question
      if (asked.kind === 'end') return resolve()
      channel.postMessage(asked.kind === 'all' ? await coverageOf(tests) : await tryMutant(asked, tests))
    }
    channel.postMessage('ready')
  })
  channel.close()
  for (const test of tests.values()) test.mode = 'skip'
})

for (const file of files)
  describe(file, async () => {
    await import(new URL(`../../${file}`, import.meta.url).href)
  })
