/** Lists the packages of a package-lock.json with their licences, as a page. */

export interface LicencedPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression; 'unknown' if the package states none. */
  readonly licence: string
  /** False if only tests and tools need it. */
  readonly shipped: boolean
  /** Installed on some platforms only. */
  readonly optional: boolean
}

/** Licences under which we may ship a package with MIT-licensed code. */
const WELCOME = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  // Copyleft for its own files only, which we ship unchanged.
  'MPL-2.0',
  // The DejaVu fonts' licence: may be shipped with a program but not sold separately.
  'Bitstream-Vera',
]

/** Licences of packages that don't declare one, taken from the LICENSE file of exactly this version. */
const READ_BY_US: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf@2.37.3': 'Bitstream-Vera',
  'png-js@2.0.0': 'MIT',
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        /** The real package name, if aliased. */
        readonly name?: string
        readonly version?: string
        readonly license?: string
        readonly dev?: boolean
        readonly optional?: boolean
        readonly link?: boolean
      }
    >
  >
}

/** Sorted by name, each version once. */
export function packagesOf(lock: unknown): readonly LicencedPackage[] {
  const found = new Map<string, LicencedPackage>()
  for (const [path, entry] of Object.entries((lock as Lock).packages)) {
    const at = path.lastIndexOf('node_modules/')
    // Links are our own workspaces, whose packages have their own entries.
    if (at < 0 || entry.link === true) continue
    const name = entry.name ?? path.slice(at + 'node_modules/'.length)
    const { version = '', license = 'unknown', dev = false, optional = false } = entry
    const licence = READ_BY_US[`${name}@${version}`] ?? license
    const before = found.get(`${name}@${version}`)
    found.set(`${name}@${version}`, { name, version, licence, shipped: !dev || before?.shipped === true, optional })
  }
  return [...found.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  )
}

/** Shipped packages without any of the accepted licences. */
export function unwelcome(packages: readonly LicencedPackage[]): readonly LicencedPackage[] {
  const choices = (licence: string) => licence.replace(/[()]/g, '').split(' OR ')
  const isWelcome = (choice: string) => choice.split(' AND ').every((one) => WELCOME.includes(one))
  return packages.filter(({ licence, shipped }) => shipped && !choices(licence).some(isWelcome))
}

export function licencePage(packages: readonly LicencedPackage[]): string {
  const rows = (shipped: boolean) =>
    packages
      .filter((one) => one.shipped === shipped)
      .map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)
  const head = ['| package | version | licence |', '|---|---|---|']
  return [
    '# Packages of others',
    '',
    'Written by `npm run licences` from `package-lock.json`. The code of this project is under the [MIT licence](LICENSE).',
    '',
    '## Shipped with the program',
    '',
    ...head,
    ...rows(true),
    '',
    '## For tests and tools only',
    '',
    ...head,
    ...rows(false),
    '',
  ].join('\n')
}
