/** What is shipped is known, licensed, and told. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { licencePage, packagesOf, unwelcome } from '../../scripts/supply-chain/licence-page.ts'
import { flawsOf, shippedOnly } from '../../scripts/supply-chain/sbom-flaws.ts'
import { ROOT } from '../source-files.ts'

const packages = packagesOf(JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')))

describe('licences', () => {
  it('of everything shipped are compatible with MIT', () => {
    expect(packages.filter(({ shipped }) => shipped).length).toBeGreaterThan(20)
    expect(unwelcome(packages)).toEqual([])
  })

  it('are listed as the lock file has them (if not: npm run licences)', () => {
    expect(readFileSync(`${ROOT}THIRD-PARTY.md`, 'utf8')).toBe(licencePage(packages))
  })

  it('that oblige whoever ships them are noticed, and a choice that does not is taken', () => {
    const of = (licence: string) => ({ name: 'x', version: '1.0.0', licence, shipped: true, optional: false })
    const odd = unwelcome(['AGPL-3.0', 'unknown', 'MIT AND GPL-2.0'].map(of)).map(({ licence }) => licence)
    expect(odd).toEqual(['AGPL-3.0', 'unknown', 'MIT AND GPL-2.0'])
    expect(unwelcome(['(MIT OR GPL-2.0)', 'ISC'].map(of))).toEqual([])
  })
})

describe('a bill of materials', () => {
  const lock = packagesOf({
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/tool': { version: '2.0.0', license: 'MIT', dev: true },
    },
  })
  const component = (name: string, version: string) => ({
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name}@${version}`,
    hashes: [{ alg: 'SHA-512', content: 'ab12' }],
    licenses: [{ license: { id: 'MIT' } }],
  })
  const bill = (...names: (readonly [string, string])[]) => ({
    bomFormat: 'CycloneDX' as const,
    specVersion: '1.5',
    serialNumber: 'urn:uuid:53168bb7-d73d-47ac-b6a8-163d422996b5',
    version: 1,
    metadata: { timestamp: '2026-11-30T08:30:00.000Z', component: { name: 'rota', version: '0.1.0' } },
    components: names.map((one) => component(...one)),
    dependencies: names.map(([name, version]) => ({ ref: `${name}@${version}`, dependsOn: [] })),
  })

  it('has all that is shipped, and no tool', () => {
    const whole = shippedOnly(bill(['a', '1.0.0'], ['tool', '2.0.0']), lock)
    expect(whole.components.map(({ name }) => name)).toEqual(['a'])
    expect(flawsOf(whole, lock)).toEqual([])
  })

  it('names a package that stands in for another by what it is', () => {
    const aliased = bill(['a', '1.0.0'])
    const components = aliased.components.map((one) => ({ ...one, name: '@other/b' }))
    expect(flawsOf(shippedOnly({ ...aliased, components }, lock), lock)).toEqual([])
    const scoped = { ...component('a', '1.0.0'), purl: 'pkg:npm/%40scope/a@1.0.0' }
    expect(shippedOnly({ ...aliased, components: [scoped] }, lock).components[0]?.name).toBe('@scope/a')
  })

  it('has the licence that we read ourselves where npm finds none', () => {
    const { licenses: _, ...silent } = component('png-js', '2.0.0')
    const read = packagesOf({ packages: { '': {}, 'node_modules/png-js': { version: '2.0.0' } } })
    const whole = shippedOnly({ ...bill(['png-js', '2.0.0']), components: [silent] }, read)
    expect(whole.components[0]?.licenses).toEqual([{ license: { id: 'MIT' } }])
    expect(flawsOf(whole, read)).toEqual([])
  })

  it('is rejected if it is incomplete, lists packages that are not there, or has another shape', () => {
    expect(flawsOf(bill(), lock)).toEqual(['a@1.0.0 is shipped and not in the bill'])
    expect(flawsOf(bill(['a', '1.0.0'], ['b', '1.0.0']), lock)).toEqual([
      'b@1.0.0 is in the bill and not in the lock file',
    ])
    expect(flawsOf({ ...bill(['a', '1.0.0']), bomFormat: 'SPDX' }, lock)).toHaveLength(1)
  })
})
