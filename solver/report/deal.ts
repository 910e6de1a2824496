/** Deals whole contacts out to the people who hold a clinic together. */
import type { Mode } from '../../src/week-book.ts'

export interface Contact {
  readonly need: string
  readonly mode: Mode
  readonly minutes: number
}

/** Somebody in a session, with the time that contacts may take. */
export interface Holder {
  readonly person: string
  /** Has no room: works by telephone and video, and at patients' homes. */
  readonly remote: boolean
  /** Minutes for patients, kept to where whole contacts allow. */
  readonly minutes: number
  /** Minutes of the whole session, which are never exceeded. */
  readonly most: number
}

export interface Deal {
  readonly dealt: readonly (Contact & { readonly person: string })[]
  /** What found no room in anybody's session. */
  readonly left: readonly Contact[]
}

/** Long contacts first, those in a room before those without; each goes to whoever has most time left for patients. */
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
