/** Builds the pages from their current source before the first test. */
import { buildStalePages } from '../../cli/build-pages.ts'

// Playwright requires a default export.
async function buildPages(): Promise<void> {
  await buildStalePages({ say: (line) => process.stdout.write(`${line}\n`) })
}

export { buildPages as default }
