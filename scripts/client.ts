/** Writes the types of every call from the OpenAPI document, for the client and the pages: `npm run client`. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OPENAPI } from '../api/openapi/openapi.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const HEAD =
  '/** Types of every call, for `openapi-fetch`. Written by `npm run client`: do not change it by hand. */\n\n'

/** The generator needs an older TypeScript than ours, so it lives in the web workspace. */
const GENERATOR = join(ROOT, 'web/node_modules/openapi-typescript/bin/cli.js')

const folder = mkdtempSync(join(tmpdir(), 'rota-openapi-'))
try {
  const document = join(folder, 'openapi.json')
  const types = join(folder, 'openapi.ts')
  writeFileSync(document, JSON.stringify(OPENAPI))
  execFileSync(process.execPath, [GENERATOR, document, '--output', types], { stdio: ['ignore', 'ignore', 'inherit'] })
  writeFileSync(process.argv[2] ?? join(ROOT, 'client/openapi.ts'), `${HEAD}${readFileSync(types, 'utf8')}`)
} finally {
  rmSync(folder, { recursive: true })
}
