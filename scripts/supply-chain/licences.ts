/**
 * Lists the licences of shipped packages: `npm run licences` rewrites THIRD-PARTY.md. Exit code 1 if one is incompatible with
 * shipping under MIT.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { licencePage, packagesOf, unwelcome } from './licence-page.ts'

const ROOT = new URL('../../', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'))

const packages = packagesOf(read('package-lock.json'))
writeFileSync(new URL('THIRD-PARTY.md', ROOT), licencePage(packages))
const odd = unwelcome(packages)
for (const { name, version, licence } of odd) process.stderr.write(`${name} ${version}: ${licence}\n`)
process.stderr.write(`THIRD-PARTY.md lists ${packages.length} packages.\n`)
process.exitCode = odd.length > 0 ? 1 : 0
