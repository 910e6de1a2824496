/**
 * People of the council in the network's team: none of it is published, so all of it is an estimate. One practitioner of adult social
 * care and one occupational therapist for a neighbourhood, each for a few agreed sessions. (A council once gave three social care
 * workers to seven practices of 65,000 patients; few have as many.)
 */
import type { NetworkEntry } from '../atlas.ts'
import type { Post } from './post.ts'

/** Sessions for this number of patients, the minimum worth agreeing, and the patients from which there is anybody. */
const AGREED = [
  { role: 'social-care-practitioner', sessions: 4, least: 2, from: 5_000 },
  { role: 'council-occupational-therapist', sessions: 2, least: 2, from: 25_000 },
] as const
const PER_PATIENTS = 50_000
const MOST_SESSIONS = 9

/** Their posts: at no practice, since the partner employs them. */
export function partnerPosts({ patients }: NetworkEntry): Post[] {
  return AGREED.filter(({ from }) => patients >= from).map(({ role, sessions, least }) => {
    const agreed = Math.round((patients * sessions) / PER_PATIENTS)
    return { role, sessions: Math.min(MOST_SESSIONS, Math.max(least, agreed)), practice: null, ordinal: 0 }
  })
}
