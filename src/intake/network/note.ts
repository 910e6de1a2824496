/** The words that every document made from open data carries, so that nobody takes it for a real rota. */
import type { Atlas, NetworkEntry } from '../atlas.ts'
import { hasPublishedStaff } from './workforce.ts'

export function noteOn(atlas: Atlas, network: NetworkEntry): string {
  return [
    'The people in this document are synthetic: nobody named here exists, and no shortage shown says anything about a real practice.',
    "Real: each practice's registered patients (March 2026) and weighted patients (2022/23), and how busy telephones and online requests are, by practice, weekday and time of day (February 2026).",
    callsWords(network),
    staffWords(atlas, network),
    'Estimated: GPs, registrars, nurses and healthcare assistants from national ratios per patient (2025); how much of each need arises, from national appointment rates (2024 to 2026); how it shifts around bank holidays; working patterns, leave (about 15 %), rooms, travel and who waits already.',
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

function staffWords(atlas: Atlas, network: NetworkEntry): string {
  return hasPublishedStaff(atlas, network)
    ? 'Real too: how many people of each role the network itself employed, and their full-time equivalents, as published for September 2022; directors, managers and roles that this rota does not have (dieticians, therapists, podiatrists) are left out. Its GPs and mental health practitioners, who came later, are estimated from national ratios.'
    : 'The network has not published its own workforce, so its pharmacists, physiotherapists, link workers and others are estimated from the networks that have (September 2022).'
}
