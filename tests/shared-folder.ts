/** Real files that may not be copied into the project, in a folder named `shared` next to it or next to one of its parents. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './source-files.ts'

/** A file's path there; null if it doesn't exist on this machine. */
export function sharedFile(path: string): string | null {
  let folder = dirname(join(ROOT, 'package.json'))
  for (;;) {
    const file = join(folder, 'shared', path)
    if (existsSync(file)) return file
    if (dirname(folder) === folder) return null
    folder = dirname(folder)
  }
}
