/** The rows of a safe day's contacts, as `safe-workload` asks them of the programme. */
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

/** Rows of one cadre and day; columns for what those take who could be asked for more sessions than a safe day has. */
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
    // Where even the quickest contacts fill the minutes before the safe number is reached, clinic-time says it already.
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

/** Column: the load that a person takes there, none where they do not work. */
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

/** More than a safe day, if each session they may work on it were booked as full as it can be. */
function couldTire(mine: readonly { readonly post: Post; readonly at: Placement }[], limits: Limits): boolean {
  const sessions = grouped(mine, ({ post }) => String(post.session.index))
  const fullest = sessions.map((same) =>
    Math.max(...same.map(({ post }) => Math.min(inSession(post, limits), most(post, limits)))),
  )
  return fullest.reduce((sum, load) => sum + load, 0) > limits.safe.contacts + 1e-9
}

/** The load that is safe for one person in the post's session. */
function inSession({ session }: Post, { role, safe }: Limits): number {
  return (safe.contacts * Math.min(1, session.minutes / role.sessionMinutes)) / 2
}

/** The load that fills one person's minutes there, of the quickest contacts. */
function most({ met, session, work }: Post, { role, safe }: Limits): number {
  const minutes = role.patientMinutes * timeShare(role, session, work)
  return Math.max(0, ...met.map((m) => (minutes / m.minutes) * loadOf(m.minutes, safe)))
}
