/** Builds the pages of `web/` when their source has changed since the last build. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { World } from './world.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const WEB = join(ROOT, 'web')
const BUILD = join(WEB, 'dist')
/** Holds the hash of the source a build was made from. */
const STAMP = join(BUILD, '.source')

/** Everything a build depends on. */
const SOURCES = [
  'web/src',
  'web/service-worker',
  'web/public',
  'web/index.html',
  'web/package.json',
  'web/vite.config.ts',
  'client',
  'package-lock.json',
]

/** What a build needs; tests replace it. */
export interface PageBuild {
  /** Hash of the current source. */
  hash(): string
  /** Hash of the last build's source; null if there is none. */
  built(): string | null
  build(): Promise<void>
}

/** Resolves to whether it built; announces a build first, since it takes a few seconds. */
export async function buildStalePages(world: Pick<World, 'say'>, pages: PageBuild = vite): Promise<boolean> {
  const wanted = pages.hash()
  const built = pages.built()
  if (built === wanted) return false
  world.say(built === null ? 'Building the pages.' : 'The pages have changed since they were built. Rebuilding them.')
  await pages.build()
  return true
}

const vite: PageBuild = {
  hash: () => hashOf(SOURCES.map((path) => join(ROOT, path))),
  built: () => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null),
  build: async () => {
    await promisify(execFile)('npm', ['run', '--silent', 'pages'], { cwd: ROOT, shell: process.platform === 'win32' })
    writeFileSync(STAMP, vite.hash())
  },
}

/** Hash of the names and contents of all files below the given paths. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesIn))
    hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
