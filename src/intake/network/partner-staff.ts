/**
 * Council staff in the network's team. Nothing is published, so all of it is an estimate: one adult social care practitioner and one
 * occupational therapist per neighbourhood, each for a few agreed sessions. (A council once provided three social care workers to seven
 * practices with 65,000 patients; few places have as many.)
 */
import type { NetworkEntry } from '../atlas.ts'
import type { Post } from './post.ts'

/** Sessions for this number of patients, the minimum worth agreeing, and the number of patients below which there are none. */
const AGREED = [
  { role: 'social-care-practitioner', sessions: 4, least: 2, from: 5_000 },
  { role: 'council-occupational-therapist', sessions: 2, least: 2, from: 25_000 },
] as const
const PER_PATIENTS = 50_000
const MOST_SESSIONS = 9

/** Their posts, which belong to no practice because the partner is the employer. */
export function partnerPosts({ patients }: NetworkEntry): Post[] {
  return AGREED.filter(({ from }) => patients >= from).map(({ role, sessions, least }) => {
    const agreed = Math.round((patients * sessions) / PER_PATIENTS)
    return { role, sessions: Math.min(MOST_SESSIONS, Math.max(least, agreed)), practice: null, ordinal: 0 }
  })
}
