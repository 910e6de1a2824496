/** Remarks on contracts that can't be worked in full. */
import { domainParts } from '../assemble/defaults.ts'
import { slotOf } from '../slots.ts'
import type { Look } from './look.ts'

/** Contracts with more sessions than the person's usual week, and people without sessions. Ignores leave. */
export const contractsWithoutPlace: Look = (document) => {
  const parts = domainParts(document.parts)
  const countsOf = new Map(parts.map((part) => [part.id, part.counts]))
  const everySlot = parts.reduce((sum, part) => sum + part.counts * part.days.length, 0)
  return document.people.flatMap((person, index) => {
    const { sessions, flex = 0 } = person.contract
    const at = `/people/${index}`
    if (sessions + flex === 0) {
      const detail = `${person.name} has neither contracted nor flexible sessions, so cannot be planned.`
      const maybe = 'give them contracted sessions, or extra ones that they have agreed to'
      return [{ pointer: `${at}/contract/sessions`, detail, maybe }]
    }
    const places = person.works
      ? person.works.reduce((sum, word) => sum + (countsOf.get(slotOf(word, parts)?.part ?? '') ?? 0), 0)
      : everySlot
    const short = round(sessions - places)
    if (short <= 0) return []
    const has = person.works ? `their usual sessions come to ${round(places)}` : `the week has ${round(places)} in all`
    return [
      {
        pointer: person.works ? `${at}/works` : `${at}/contract/sessions`,
        detail: `${short} of ${person.name}'s ${sessions} contracted sessions a week ${short === 1 ? 'has' : 'have'} no place: ${has}.`,
      },
    ]
  })
}

/** Rounds to hundredths, because sessions may count 0.4. */
function round(sessions: number): number {
  return Math.round(sessions * 100) / 100
}
