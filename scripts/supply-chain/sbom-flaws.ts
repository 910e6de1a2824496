/** A bill of materials in CycloneDX: without our tools, and what is wrong with it. */
import { z } from 'zod'
import type { LicencedPackage } from './licence-page.ts'

/** The part of CycloneDX 1.5 that we rely on: https://cyclonedx.org/docs/1.5/json. */
const BILL = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string().regex(/^1\.[5-9]$/),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  version: z.int().min(1),
  metadata: z.object({ timestamp: z.iso.datetime(), component: z.object({ name: z.string(), version: z.string() }) }),
  components: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      version: z.string(),
      purl: z.string().startsWith('pkg:npm/'),
      hashes: z.array(z.object({ alg: z.string(), content: z.string().regex(/^[0-9a-f]+$/) })).min(1),
      licenses: z
        .array(z.union([z.object({ license: z.object({ id: z.string() }) }), z.object({ expression: z.string() })]))
        .min(1),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

type Bill = z.infer<typeof BILL>
type Component = Bill['components'][number]

/** As npm makes it: of a package that does not say its licence where npm looks for it, there is none. */
interface NpmBill extends Omit<Bill, 'components'> {
  readonly components: readonly (Omit<Component, 'licenses'> & Partial<Pick<Component, 'licenses'>>)[]
}

/** A workspace of this project: part of the application itself, not something it is made from. */
const OWN = 'pkg:npm/%40rota/'

/** The bill without our own workspaces, and without what only tests and tools need; licences that we have read ourselves are in it. */
export function shippedOnly(bill: NpmBill, packages: readonly LicencedPackage[]): Bill {
  const own = bill.components
    .filter(({ purl }) => purl.startsWith(OWN))
    .map(({ purl }) => decodeURIComponent(purl.slice(8)))
  const unshipped = packages.filter(({ shipped }) => !shipped).map(({ name, version }) => `${name}@${version}`)
  const tools = new Set([...own, ...unshipped])
  const licences = new Map(packages.map(({ name, version, licence }) => [`${name}@${version}`, licence]))
  return {
    ...bill,
    components: bill.components
      .map((component) => {
        const name = nameIn(component.purl)
        const id = licences.get(`${name}@${component.version}`) ?? 'unknown'
        return { ...component, name, licenses: component.licenses ?? [{ license: { id } }] }
      })
      .filter(({ name, version, purl }) => !purl.startsWith(OWN) && !tools.has(`${name}@${version}`)),
    dependencies: bill.dependencies
      .filter(({ ref }) => !tools.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => !tools.has(one)) })),
  }
}

/** npm calls a package that stands in for another by the other's name; its purl says what it is. */
function nameIn(purl: string): string {
  const [, named = ''] = /^pkg:npm\/(.+)@[^@]+$/.exec(decodeURIComponent(purl)) ?? []
  return named
}

/** In words; none where the bill has every package that is shipped and installed, and no other. */
export function flawsOf(bill: unknown, packages: readonly LicencedPackage[]): readonly string[] {
  const read = BILL.safeParse(bill)
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const listed = new Set(read.data.components.map(({ name, version }) => `${name}@${version}`))
  const known = new Set(packages.map(({ name, version }) => `${name}@${version}`))
  const refs = new Set(read.data.dependencies.map(({ ref }) => ref))
  const missing = packages
    .filter(({ shipped, optional }) => shipped && !optional)
    .map(({ name, version }) => `${name}@${version}`)
    .filter((one) => !listed.has(one))
  return [
    ...missing.map((one) => `${one} is shipped and not in the bill`),
    ...[...listed].filter((one) => !known.has(one)).map((one) => `${one} is in the bill and not in the lock file`),
    ...[...listed].filter((one) => !refs.has(one)).map((one) => `what ${one} needs is not told`),
  ]
}
