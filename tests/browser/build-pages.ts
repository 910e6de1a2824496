/** Before the first test: the pages as their source has them. */
import { buildStalePages } from '../../cli/build-pages.ts'

// Playwright asks for a default export.
async function buildPages(): Promise<void> {
  await buildStalePages({ say: (line) => process.stdout.write(`${line}\n`) })
}

export { buildPages as default }
