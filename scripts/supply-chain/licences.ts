/**
 * What the packages that we ship are licensed under, as a page: `npm run licences` rewrites THIRD-PARTY.md. Ends with exit
 * code 1 where a licence is none of those that we can ship under MIT with.
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
