/** Distributes whole contacts among people who hold a clinic together. */
import type { Mode } from '../../src/week-book.ts'

export interface Contact {
  readonly need: string
  readonly mode: Mode
  readonly minutes: number
}

/** A person in a session, with the time available for contacts. */
export interface Holder {
  readonly person: string
  /** Works without a room: by telephone and video, and on visits. */
  readonly remote: boolean
  /** Minutes for patients; exceeded only if whole contacts require it. */
  readonly minutes: number
  /** Minutes of the whole session, which are never exceeded. */
  readonly most: number
}

export interface Deal {
  readonly dealt: readonly (Contact & { readonly person: string })[]
  /** Contacts that fit into nobody's session. */
  readonly left: readonly Contact[]
}

/** Contacts that need a room first, longest first; each goes to the person with the most patient time left. */
export function deal(contacts: readonly Contact[], holders: readonly Holder[]): Deal {
  const used = holders.map(() => 0)
  const dealt: (Contact & { person: string })[] = []
  const left: Contact[] = []
  for (const contact of [...contacts].sort(byLength)) {
    const free = (i: number) => (holders[i]?.minutes ?? 0) - (used[i] ?? 0)
    const able = holders.flatMap((holder, i) => {
      const fits = (used[i] ?? 0) + contact.minutes <= holder.most + 1e-9
      return fits && !(holder.remote && contact.mode === 'face-to-face') ? [i] : []
    })
    const best = able.reduce<number | null>((b, i) => (b === null || free(i) > free(b) + 1e-9 ? i : b), null)
    const holder = best === null ? undefined : holders[best]
    if (best === null || holder === undefined) left.push(contact)
    else {
      used[best] = (used[best] ?? 0) + contact.minutes
      dealt.push({ ...contact, person: holder.person })
    }
  }
  return { dealt, left }
}

function byLength(a: Contact, b: Contact): number {
  const room = (c: Contact) => (c.mode === 'face-to-face' ? 0 : 1)
  return room(a) - room(b) || b.minutes - a.minutes
}
