/** The note in every document generated from open data, so that it isn't mistaken for a real rota. */
import type { Atlas, NetworkEntry } from '../atlas.ts'
import type { Evenings } from './evenings.ts'
import { hasPublishedStaff } from './network-staff.ts'

export function noteOn(atlas: Atlas, network: NetworkEntry, evenings: Evenings): string {
  return [
    'The people in this document are synthetic: nobody named here exists, and no shortage shown says anything about a real practice.',
    "Real: each practice's registered patients (March 2026) and weighted patients (2022/23), and how busy telephones and online requests are, by practice, weekday and time of day (February 2026).",
    callsWords(network),
    practiceStaffWords(network),
    networkStaffWords(atlas, network),
    evenings === 'bought'
      ? 'Evenings and Saturdays are bought in from elsewhere, as small networks do, and are not in this document.'
      : '',
    'Estimated: the social care practitioner and the occupational therapist of the council, for sessions that a network could agree with it; what each role may meet and in how many minutes; how much of each need arises, from national appointment rates (2024 to 2026); how it shifts around bank holidays; working patterns, leave (about 15%), rooms, travel, which practices share a duty doctor, and who waits already.',
    'Contains public sector information licensed under the Open Government Licence v3.0 (NHS England, GOV.UK).',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function callsWords({ practices }: NetworkEntry): string {
  const silent = practices.filter((practice) => practice.calls === null).length
  if (silent === 0) return ''
  if (silent === practices.length) return 'No practice here reports its calls: the national rate is used.'
  return `${silent} of ${practices.length} practices here ${silent === 1 ? 'does' : 'do'} not report calls: the mean of the others is used.`
}

function practiceStaffWords({ practices }: NetworkEntry): string {
  const silent = practices.filter(({ staff }) => staff === null || Object.values(staff.groups).includes(null)).length
  const damped =
    "GPs, trainees, nurses and others whom practices employ are made from each practice's own numbers (April 2024 to January 2025), drawn some way towards England's mean, since what is reported differs more than what practices give."
  return silent === 0
    ? damped
    : `${damped} ${silent} of ${practices.length} practices here ${silent === 1 ? 'does' : 'do'} not report all of them: England's mean is used there.`
}

function networkStaffWords(atlas: Atlas, network: NetworkEntry): string {
  return hasPublishedStaff(atlas, network)
    ? "The network's own pharmacists, physiotherapists, link workers and others follow the roles that it published for September 2022, in England's numbers of 2025; its GPs, assistants and mental health practitioners, who came later, follow England's numbers alone."
    : "The network has not published a whole team of its own, so its pharmacists, physiotherapists, link workers and others follow England's numbers of 2025."
}
