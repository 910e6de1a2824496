/** The version of a package that is really installed: reports are stamped with it. */
import { readFileSync } from 'node:fs'

/** For packages whose main file is one folder below their package.json. */
export function packageVersion(name: string): string {
  const file = new URL('../package.json', import.meta.resolve(name))
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return version
}
