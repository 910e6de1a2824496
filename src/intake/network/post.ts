/** Posts: a network's workforce before anybody has a name. */

/** One post: a role and contracted sessions a week; and the practice, if it is the employer. */
export interface Post {
  readonly role: string
  readonly sessions: number
  /** Practice that employs the person; null for people of the network or a partner. */
  readonly practice: string | null
  /** Position among the posts of this role and employer, from 0. */
  readonly ordinal: number
}

/** Sessions of a full-time week of 37.5 hours. */
export const FULL_TIME = 9
