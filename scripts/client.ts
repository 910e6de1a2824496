/** Writes the typed client from the OpenAPI document, so that the two cannot part ways: `npm run client`. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OPENAPI } from '../api/openapi/document.ts'
import { clientSource } from './client/client-source.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const HEAD =
  '/** Types of every call, for `openapi-fetch`. Written by `npm run client`: do not change it by hand. */\n\n'

writeFileSync(join(ROOT, 'client/calls.ts'), clientSource(OPENAPI))
writeTypes(process.argv[2] ?? join(ROOT, 'client/openapi.ts'))

/** Types for `openapi-fetch`. Its generator needs an older TypeScript than ours, so it lives in the web workspace. */
function writeTypes(path: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'rota-openapi-'))
  try {
    const document = join(folder, 'openapi.json')
    writeFileSync(document, JSON.stringify(OPENAPI))
    const generator = join(ROOT, 'web/node_modules/openapi-typescript/bin/cli.js')
    const types = join(folder, 'openapi.ts')
    execFileSync(process.execPath, [generator, document, '--output', types], { stdio: ['ignore', 'ignore', 'inherit'] })
    writeFileSync(path, `${HEAD}${readFileSync(types, 'utf8')}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
