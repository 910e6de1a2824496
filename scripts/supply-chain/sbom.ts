/**
 * The bill of materials of what is shipped, in CycloneDX: `npm run sbom -- FILE`. npm makes one of everything that is
 * installed (its own `--omit dev` leaves out whatever a tool needs too); here tools are taken out, and the rest is held
 * against the lock file, since a list that leaves something out is worse than none.
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
