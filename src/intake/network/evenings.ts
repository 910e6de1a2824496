/** Who takes part in evenings and Saturdays (enhanced access), and when. */
import { BadInput } from '../../errors.ts'
import { WORKDAYS } from './arrival-shape.ts'
import type { Draw } from './draw.ts'
import { type Extra, NO_EXTRA } from './pattern.ts'
import type { Post } from './post.ts'

/** Who gives the evenings and Saturdays that a network owes: its own people, or a federation or neighbour that it pays for them. */
export const EVENINGS = ['own', 'bought'] as const
export type Evenings = (typeof EVENINGS)[number]

/** Networks of fewer patients have too few people for a GP in every evening and on Saturdays, so they buy them in. */
const OWN_FROM = 20_000

/** The default for a network of this size. */
export function usualEvenings(patients: number): Evenings {
  return patients < OWN_FROM ? 'bought' : 'own'
}

/** What is wrong with the word for it, as a BadInput. */
export function readEvenings(word: string): Evenings {
  const found = EVENINGS.find((known) => known === word)
  if (found !== undefined) return found
  const detail = 'Evenings and Saturdays must be own (worked by the network’s own people) or bought (bought in).'
  throw new BadInput([{ pointer: '/evenings', detail, seen: word.slice(0, 40) }])
}

/** Roles whose people may be asked; one in two of them may. Others of the team do not take part. */
const ROLES_ASKED = [
  'gp-partner',
  'salaried-gp',
  'arrs-gp',
  'anp',
  'practice-nurse',
  'hca',
  'practice-pharmacist',
  'practice-paramedic',
  'advanced-practitioner',
  'enhanced-nurse',
  'arrs-nurse',
  'nursing-associate',
  'pharmacist',
  'paramedic',
]
const ONE_IN = 2

/** Turns of enhanced access; colleagues take them one after the other, so that all of them find takers. */
const TURNS = ['mon', 'sat-am', 'wed', 'sat-pm', 'tue', 'thu', 'sat-pm', 'fri', 'sat-am'] as const
/** Of those who do evenings and have room for it, the share that does two a week. */
const TWO_EVENINGS = 0.6

/** Evenings or a Saturday for every second of a role, with turns shifted from practice to practice; `place` counts the practices. */
export function extraOf(post: Post, place: number, own: Draw): Extra {
  const role = ROLES_ASKED.indexOf(post.role)
  if (role < 0 || post.ordinal % ONE_IN !== (place + role) % ONE_IN || post.sessions < 3) return NO_EXTRA
  const turn = TURNS[(Math.floor(post.ordinal / ONE_IN) + 2 * place + role) % TURNS.length] ?? 'mon'
  if (turn === 'sat-am' || turn === 'sat-pm') return { evenings: [], saturday: turn }
  // Two evenings leave three whole days, so they need a contract with room for both.
  const second = WORKDAYS[(WORKDAYS.indexOf(turn) + 2) % WORKDAYS.length] ?? 'mon'
  return { evenings: post.sessions <= 8 && own.chance(TWO_EVENINGS) ? [turn, second] : [turn], saturday: null }
}
