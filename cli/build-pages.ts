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
/** Holds the hash of the source that a build was made from. */
const STAMP = join(BUILD, '.source')

/** Everything that decides what a build holds. */
const SOURCES = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/package.json',
  'web/vite.config.ts',
  'client',
  'package-lock.json',
]

/** What building needs of the world; a test gives others. */
export interface PageBuild {
  /** Hash of the source as it stands. */
  hash(): string
  /** Hash of the source of the last build; null where there is none. */
  built(): string | null
  build(): Promise<void>
}

/** Resolves with whether a build was made; says so before, since it takes some seconds. */
export async function buildStalePages(world: Pick<World, 'say'>, pages: PageBuild = vite): Promise<boolean> {
  const wanted = pages.hash()
  const built = pages.built()
  if (built === wanted) return false
  world.say(built === null ? 'Building the pages.' : 'The pages have changed since they were built. Building them.')
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

/** Of every file below the given paths: names and content. */
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
