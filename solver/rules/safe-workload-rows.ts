/** The rows of `safe-workload`: how many contacts are safe in a day. */
import { grouped } from '../../src/grouped.ts'
import type { Role } from '../../src/staff.ts'
import { loadOf, type SafeContacts } from '../facts/safe-contacts.ts'
import { timeShare } from '../facts/time-share.ts'
import type { Post } from '../model/contact-flow.ts'
import type { Draft, Placement, Term } from '../model/draft.ts'

interface Limits {
  readonly role: Role
  readonly safe: SafeContacts
}

/** Adds the rows of one cadre and day. People who could work more sessions than a safe day has get columns for their load. */
export function holdSafeDay(draft: Draft, posts: readonly Post[], limits: Limits): void {
  const longDays = new Set(
    grouped(
      posts.flatMap((post) => post.placements.map((at) => ({ post, at }))),
      ({ at }) => at.person,
    )
      .filter((mine) => couldTire(mine, limits))
      .map((mine) => mine[0]?.at.person),
  )
  const takes = new Map<string, Term[0][]>()
  for (const post of posts) {
    if (post.met.length === 0) continue
    const each = inSession(post, limits)
    const long = post.placements.filter((p) => longDays.has(p.person))
    // If the quickest contacts fill the minutes before the safe number is reached, clinic-time already implies this row.
    if (long.length === 0 && most(post, limits) <= each) continue
    const booked = post.met.map((m): Term => [m.column, loadOf(m.minutes, limits.safe)])
    const others = post.people === long[0]?.column ? [] : [post.people, ...long.map((p) => p.column)]
    const taken = long.map((p) => takenBy(draft, p, each))
    for (const [k, column] of taken.entries()) {
      const person = long[k]?.person ?? ''
      takes.set(person, [...(takes.get(person) ?? []), column])
    }
    draft.atMost(
      [
        ...booked,
        ...others.map((column, k): Term => [column, k === 0 ? -each : each]),
        ...taken.map((column): Term => [column, -1]),
      ],
      0,
    )
  }
  for (const columns of takes.values()) {
    draft.define(
      columns.map((column): Term => [column, 1]),
      0,
      limits.safe.contacts,
    )
  }
}

/** Column: the load that a person takes in this placement; 0 if they do not work there. */
function takenBy(draft: Draft, { column }: Placement, most: number): Term[0] {
  const taken = draft.column(0, most)
  draft.define(
    [
      [column, most],
      [taken, -1],
    ],
    0,
    Number.POSITIVE_INFINITY,
  )
  return taken
}

/** Whether the person could exceed a safe day if every session they may work were fully booked. */
function couldTire(mine: readonly { readonly post: Post; readonly at: Placement }[], limits: Limits): boolean {
  const sessions = grouped(mine, ({ post }) => String(post.session.index))
  const fullest = sessions.map((same) =>
    Math.max(...same.map(({ post }) => Math.min(inSession(post, limits), most(post, limits)))),
  )
  return fullest.reduce((sum, load) => sum + load, 0) > limits.safe.contacts + 1e-9
}

/** The safe load of one person in the post's session. */
function inSession({ session }: Post, { role, safe }: Limits): number {
  return (safe.contacts * Math.min(1, session.minutes / role.sessionMinutes)) / 2
}

/** The load of one person whose minutes are filled with the quickest contacts. */
function most({ met, session, work }: Post, { role, safe }: Limits): number {
  const minutes = role.patientMinutes * timeShare(role, session, work)
  return Math.max(0, ...met.map((m) => (minutes / m.minutes) * loadOf(m.minutes, safe)))
}
