/** The packages of a package-lock.json with their licences, as a page. */

export interface LicencedPackage {
  readonly name: string
  readonly version: string
  /** As SPDX writes it; 'unknown' where the package says nothing. */
  readonly licence: string
  /** False for what only tests and tools need. */
  readonly shipped: boolean
  /** Installed on some kinds of machine only. */
  readonly optional: boolean
}

/** Licences that let us ship a package with code under MIT, whoever it goes to. */
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
  // Asks for the source of its own files alone, which we ship unchanged.
  'MPL-2.0',
  // Of the DejaVu fonts: free to ship with a program, not to be sold by themselves.
  'Bitstream-Vera',
]

/** Of packages that do not say it where it is looked for: read in the file LICENSE of exactly this version. */
const READ_BY_US: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf@2.37.3': 'Bitstream-Vera',
  'png-js@2.0.0': 'MIT',
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        /** The real package, if it stands in for another. */
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

/** In order of name, each version once. */
export function packagesOf(lock: unknown): readonly LicencedPackage[] {
  const found = new Map<string, LicencedPackage>()
  for (const [path, entry] of Object.entries((lock as Lock).packages)) {
    const at = path.lastIndexOf('node_modules/')
    // A link leads to a workspace of our own, whose packages have entries of their own.
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

/** Shipped packages whose licence allows none of the welcome ones. */
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
