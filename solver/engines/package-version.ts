/** The version of an installed package, for the stamp of reports. */
import { readFileSync } from 'node:fs'

/** Only for packages whose main file is one folder below their package.json. */
export function packageVersion(name: string): string {
  const file = new URL('../package.json', import.meta.resolve(name))
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return version
}
