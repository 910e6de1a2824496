/**
 * Writes a CycloneDX bill of materials of what is shipped: `npm run sbom -- FILE`. npm's lists everything installed (and with
 * `--omit dev` it also drops shipped packages that a tool needs); this removes tools and compares the rest with the lock file,
 * since an incomplete list is worse than none.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packagesOf } from './licence-page.ts'
import { flawsOf, shippedOnly } from './sbom-flaws.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const words = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application']
const made = spawnSync('npm', words, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
if (made.status !== 0) {
  process.stderr.write(`npm made no bill of materials: ${made.stderr}\n`)
  process.exit(1)
}
const packages = packagesOf(JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')))
const bill = shippedOnly(JSON.parse(made.stdout), packages)
const flaws = flawsOf(bill, packages)
for (const flaw of flaws) process.stderr.write(`${flaw}\n`)
const file = process.argv[2] ?? 'sbom.json'
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
process.stderr.write(`${file}: CycloneDX, ${flaws.length} flaws.\n`)
process.exitCode = flaws.length > 0 ? 1 : 0
