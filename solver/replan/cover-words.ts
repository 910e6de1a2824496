/** An answer to an absence in sentences: whom to ask for what. */
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import { sessionName } from '../../src/time.ts'
import { figureWords, personName, siteName } from '../../src/wording/names.ts'
import { DOINGS } from '../explain/why/tell.ts'
import type { Candidate } from './candidate.ts'

/** "Ask Dr Beech to be on duty at Alder Road on Monday morning: free then, within the contract." */
export function askSentence(candidate: Candidate, problem: Problem): string {
  const { kind, of, person, off } = candidate
  const who = personName(person, problem)
  const when = whenOf(of, problem)
  const there = siteName(of.site, problem)
  const does = DOINGS[of.work].would
  const [given] = off
  switch (kind) {
    case 'free':
      return `Ask ${who} to ${does} at ${there} on ${when}: free then, within the contract.`
    case 'extra':
      return `Ask ${who} to ${does} at ${there} on ${when}: a session beyond the contract, of those agreed.`
    case 'swap':
      return `Ask ${who} to ${does} at ${there} on ${when}, in place of ${given === undefined ? 'another session' : whenOf(given, problem)}.`
    case 'duty':
    case 'move':
      return `Ask ${who} to ${does} at ${there} on ${when}, instead of ${given === undefined ? 'other work' : insteadOf(given, of, problem)}.`
    case 'shared-duty':
      return `Ask ${who}, who is on duty elsewhere on ${when}, to answer for ${there} as well.`
    case 'locum':
      return `Book a locum to ${does} at ${there} on ${when}${priceOf(person, problem)}.`
  }
}

/** For sessions that nobody is asked to take: "Leave Monday morning at Alder Road open." */
export function openSentence(open: readonly Assignment[], problem: Problem): string {
  if (open.length === 0) return 'Nothing has to be covered: no session with patients is lost.'
  const places = open.map((a) => `${whenOf(a, problem)} at ${siteName(a.site, problem)}`)
  return places.length === 1 ? `Leave ${places[0]} open.` : `Leave these sessions open: ${places.join('; ')}.`
}

function insteadOf(given: Assignment, of: Assignment, problem: Problem): string {
  const there = given.site === of.site ? 'there' : `at ${siteName(given.site, problem)}`
  return `${DOINGS[given.work].instead}${given.work === 'outside' ? '' : ` ${there}`}`
}

function priceOf(person: string, { personById, roleById }: Problem): string {
  const pounds = roleById.get(personById.get(person)?.role ?? '')?.costPerSession ?? 0
  return pounds > 0 ? `, likely £${figureWords(Math.round(pounds))} a session` : ''
}

function whenOf({ session }: Assignment, { horizon }: Problem): string {
  const found = horizon.sessions[session]
  return found === undefined ? 'that day' : sessionName(found, horizon)
}
