// Prints "N passed, N failed" from Vitest's JSON result; ends with 1 unless some ran and none failed.
import { readFileSync } from 'node:fs'

function count(path) {
  const result = JSON.parse(readFileSync(path, 'utf8'))
  // A file that could not even be loaded has no tests to fail, and counts as one.
  const unloaded = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + unloaded,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}

try {
  const { passed, failed, skipped } = count(process.argv[2])
  if (skipped > 0) console.log(`${skipped} skipped`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
} catch (error) {
  console.log(`The tests left no result: ${error.message}`)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
