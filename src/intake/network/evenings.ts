/** Who works evenings and Saturdays (enhanced access), and when. */
import { BadInput } from '../../errors.ts'
import { WORKDAYS } from './arrival-shape.ts'
import type { Draw } from './draw.ts'
import { type Extra, NO_EXTRA } from './pattern.ts'
import type { Post } from './post.ts'

/** Who works the evenings and Saturdays a network owes: its own people, or a federation or neighbour that it pays. */
export const EVENINGS = ['own', 'bought'] as const
export type Evenings = (typeof EVENINGS)[number]

/** Smaller networks have too few people for a GP every evening and Saturday, so they buy enhanced access in. */
const OWN_FROM = 20_000

/** The default for a network of this many patients. */
export function usualEvenings(patients: number): Evenings {
  return patients < OWN_FROM ? 'bought' : 'own'
}

/** Parses the option; throws a BadInput if it is invalid. */
export function readEvenings(word: string): Evenings {
  const found = EVENINGS.find((known) => known === word)
  if (found !== undefined) return found
  const detail = 'Evenings and Saturdays must be own (worked by the network’s own people) or bought (bought in).'
  throw new BadInput([{ pointer: '/evenings', detail, seen: word.slice(0, 40) }])
}

/** Roles that take part; one person in two may be asked. Other roles don't. */
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

/** The turns of enhanced access, assigned to colleagues in this order, so that all of them are filled. */
const TURNS = ['mon', 'sat-am', 'wed', 'sat-pm', 'tue', 'thu', 'sat-pm', 'fri', 'sat-am'] as const
/** Share of those who work evenings, and have room for it, who work two a week. */
const TWO_EVENINGS = 0.6

/** Gives every second person in a role evenings or a Saturday. `place` is the practice's index, which shifts the turns. */
export function extraOf(post: Post, place: number, own: Draw): Extra {
  const role = ROLES_ASKED.indexOf(post.role)
  if (role < 0 || post.ordinal % ONE_IN !== (place + role) % ONE_IN || post.sessions < 3) return NO_EXTRA
  const turn = TURNS[(Math.floor(post.ordinal / ONE_IN) + 2 * place + role) % TURNS.length] ?? 'mon'
  if (turn === 'sat-am' || turn === 'sat-pm') return { evenings: [], saturday: turn }
  // Two evenings leave only three whole days, so the contract must have room for both.
  const second = WORKDAYS[(WORKDAYS.indexOf(turn) + 2) % WORKDAYS.length] ?? 'mon'
  return { evenings: post.sessions <= 8 && own.chance(TWO_EVENINGS) ? [turn, second] : [turn], saturday: null }
}
