/**
 * Runs Stryker's mutants in one process that has loaded the tests once (tests/mutants/every-test.ts): a mutant is a switch in the instrumented
 * code, so nothing has to be read again. JavaScript, because Stryker loads it as it is.
 */
import { createVitest } from 'vitest/node'

/** Between the threads of this process. */
const CHANNEL = 'mutants'

class RunnerInOneProcess {
  static inject = []

  /** @type {Map<string, number>} Milliseconds of each test without a mutant. */
  times = new Map()

  capabilities() {
    return { reloadEnvironment: false }
  }

  async init() {
    this.channel = new BroadcastChannel(CHANNEL)
    const ready = this.answer()
    this.vitest = await createVitest('test', {
      config: 'tests/mutation.config.ts',
      pool: 'threads',
      maxWorkers: 1,
      watch: false,
      reporters: [{}],
    })
    const ended = this.vitest.start().then(() => this.explainEnd())
    ended.catch(() => {})
    await Promise.race([ready, ended])
  }

  /** The tests end when the runner is disposed of; before that they could not be loaded. */
  explainEnd() {
    const errors = this.vitest.state
      .getFiles()
      .flatMap((file) => [file, ...file.tasks])
      .flatMap(({ result }) => result?.errors ?? [])
    throw new Error(`the tests ended before they were asked for: ${errors.map(({ stack }) => stack).join('; ')}`)
  }

  answer() {
    return new Promise((resolve) => {
      this.channel.onmessage = ({ data }) => resolve(data)
    })
  }

  ask(question) {
    const answer = this.answer()
    this.channel.postMessage(question)
    return answer
  }

  async dryRun() {
    const { ran, coverage } = await this.ask({ kind: 'all' })
    this.times = new Map(ran.map(({ id, milliseconds }) => [id, milliseconds]))
    const tests = ran.map(({ id, file, milliseconds, failure }) => ({
      ...{ id, name: id.slice(file.length + 1), fileName: file, timeSpentMs: milliseconds },
      ...(failure === undefined ? { status: 0 } : { status: 1, failureMessage: failure }),
    }))
    return { status: 'complete', tests, mutantCoverage: coverage }
  }

  async mutantRun({ activeMutant, testFilter = [], hitLimit: usual }) {
    // Stryker allows mutated code to run a hundred times as often as usual; what loops has filled the memory by then.
    const hitLimit = usual === undefined ? undefined : Math.ceil(usual / 10)
    // The quick ones first: most mutants die of them.
    const tests = [...testFilter].sort((a, b) => (this.times.get(a) ?? 0) - (this.times.get(b) ?? 0))
    const question = { kind: 'mutant', mutant: activeMutant.id, tests, hitLimit }
    let answer = await this.ask(question)
    if (answer.isBroken) {
      // The mutant, or one before it, has left something behind.
      await this.dispose()
      await this.init()
      answer = await this.ask(question)
    }
    const { ran, hitCount } = answer
    const failed = ran.find(({ failure }) => failure !== undefined)
    if (hitLimit !== undefined && hitCount > hitLimit) return { status: 'timeout', reason: 'it ran round and round' }
    if (failed === undefined) return { status: 'survived', nrOfTests: ran.length }
    return { status: 'killed', killedBy: [failed.id], failureMessage: failed.failure, nrOfTests: ran.length }
  }

  async dispose() {
    this.channel?.postMessage({ kind: 'end' })
    this.channel?.close()
    await this.vitest?.close()
  }
}

/** What Stryker looks for in a plugin. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'one-process', injectableClass: RunnerInOneProcess }]
