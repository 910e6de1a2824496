/** A rota as a FHIR R4 bundle: organisations, locations, people and their roles, services, schedules and slots. */
import type { RotaFormat } from '../output-format.ts'
import { addressOf } from './identity.ts'
import { idsOf, locations, organisations, practitioners, services } from './places-and-people.ts'
import { schedules } from './schedules.ts'

export const fhirRota: RotaFormat = {
  name: 'fhir',
  does: 'a FHIR R4 bundle of schedules and slots, for other systems',
  mediaType: 'application/fhir+json',
  ending: '.fhir.json',
  file: 'fhir.json',
  write: (report, problem, page) => {
    const ids = idsOf(problem)
    const resources = [
      ...organisations(problem, ids),
      ...locations(problem, ids),
      ...practitioners(report, problem, ids),
      ...services(report, problem, ids),
      ...schedules(report, problem, ids),
    ]
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      ...(page?.edition === undefined ? {} : { timestamp: page.edition.at }),
      entry: resources.map((resource) => ({ fullUrl: addressOf(resource), resource })),
    }
    return `${JSON.stringify(bundle, null, 1)}\n`
  },
}
