// Adds up the JSON results of Vitest and Playwright and prints "N passed, N failed"; ends with 1 unless some ran in each and none failed.
import { readFileSync } from 'node:fs'

function count(path) {
  try {
    const result = JSON.parse(readFileSync(path, 'utf8'))
    if ('stats' in result) return countBrowser(result)
    // A file that could not even be loaded has no tests to fail, and counts as one.
    const unloaded = result.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length
    return {
      passed: result.numPassedTests,
      // A run that no test took part in has proven nothing.
      failed: result.numFailedTests + unloaded + (result.numTotalTests === 0 ? 1 : 0),
      skipped: result.numPendingTests + result.numTodoTests,
    }
  } catch (error) {
    console.log(`A run of tests left no result: ${error.message}`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

// Of Playwright: a test that failed at first and then passed has failed, and so has whatever kept files from being read.
function countBrowser({ stats, errors }) {
  const { expected, unexpected, flaky, skipped } = stats
  const failed = unexpected + flaky + errors.length
  return { passed: expected, failed: failed + (expected + failed === 0 ? 1 : 0), skipped }
}

const counts = process.argv.slice(2).map(count)
const total = (name) => counts.reduce((sum, one) => sum + one[name], 0)
if (total('skipped') > 0) console.log(`${total('skipped')} skipped`)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') > 0 || total('passed') === 0 ? 1 : 0
