/** Posts: a network's workforce before names are assigned. */

/** One post: a role and contracted sessions a week, and the practice if it is the employer. */
export interface Post {
  readonly role: string
  readonly sessions: number
  /** The employing practice; null for people employed by the network or a partner. */
  readonly practice: string | null
  /** Zero-based position among the posts of this role and employer. */
  readonly ordinal: number
}

/** Sessions in a full-time week of 37.5 hours. */
export const FULL_TIME = 9
