/** A cause as data: statements with the facts behind them. `wording` turns them into sentences. */
import type { Need } from '../../../src/needs.ts'
import type { Assignment } from '../../../src/rota.ts'
import type { Asked, Try } from './asking.ts'
import type { Change } from './change.ts'
import type { Aim } from './trial.ts'

/** What the people asked, and nobody else, may do. */
export type May =
  | { readonly kind: 'duty'; readonly sites: readonly string[] }
  | { readonly kind: 'cover'; readonly site: string; readonly role: string | null }
  | { readonly kind: 'supervise'; readonly site: string | null }
  | { readonly kind: 'evening-duty' }
  /** The same role at the same site. */
  | { readonly kind: 'role'; readonly site: string }
  /** Nothing is said about anybody else. */
  | { readonly kind: 'any' }

/** Why minutes of people at work are not used for a need. */
export type Loose =
  /** Beyond the safe number of contacts, kept for supervision, or by telephone when contacts are face to face. */
  | 'safe'
  | 'supervision'
  | 'telephone'
  /** Nobody is waiting then; or it would not reduce the finding; or another rule prevents it. */
  | 'early'
  | 'no-use'
  | 'rule'
  /** Contacts could be met in them, which makes a proposal. */
  | 'left'

export interface LooseMinutes {
  readonly why: Loose
  readonly minutes: number
  /** Tries of meeting additional contacts there. */
  readonly tries: readonly Try[]
  /** Changes not tried because nobody is waiting then; each would be refused. */
  readonly vain: readonly Change[]
}

/** When contacts could have been met. */
export type Window =
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'up-to'; readonly date: string }
  | { readonly kind: 'all' }
  | { readonly kind: 'session'; readonly session: number }
  /** The sessions in which the contacts are waiting. */
  | { readonly kind: 'waiting' }

export type Statement =
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'closed'; readonly sites: readonly string[]; readonly sessions: readonly number[] }
  /** No part of any day of the rota is within the target. */
  | { readonly kind: 'no-session' }
  /** Nobody in the network has any of these roles. */
  | { readonly kind: 'unheld'; readonly roles: readonly string[] }
  /** Nobody in these roles works at the site. */
  | { readonly kind: 'none-of-role'; readonly role: string; readonly site: string }
  | { readonly kind: 'all-there'; readonly role: string | null; readonly site: string; readonly session: number }
  /** Nobody who works at the site (null: in the network) can meet the need. */
  | { readonly kind: 'unmet-by-anybody'; readonly need: Need; readonly site: string | null }
  /** Nobody in the roles that meet the need has the required skill. */
  | { readonly kind: 'no-skill'; readonly need: Need; readonly skill: string; readonly roles: readonly string[] }
  /** Everybody who could have done it, and what prevents each; `besides`: in addition to somebody who does it already. */
  | {
      readonly kind: 'who'
      readonly asked: readonly Asked[]
      readonly aim: Aim
      readonly may: May
      readonly besides: boolean
      /** Several sessions were asked about. */
      readonly long: boolean
      /** Others with a session left then, who were not asked because enough people could be. */
      readonly unasked?: readonly string[]
    }
  | {
      readonly kind: 'at-work'
      readonly need: Need
      readonly people: readonly string[]
      readonly sessions: number
      /** Null: anywhere in the network. */
      readonly site: string | null
      readonly window: Window
      readonly minutes: { readonly all: number; readonly booked: number }
      /** The other need with the most booked minutes, if these are substantial. */
      readonly mainly: { readonly need: string; readonly share: number } | null
      readonly loose: readonly LooseMinutes[]
      readonly aim: Aim
    }
  /** Nobody who meets the need sees patients then; `after`: the contacts arise only in this session. */
  | {
      readonly kind: 'nobody-at-work'
      readonly need: Need
      readonly site: string | null
      readonly window: Window
      readonly sessions: readonly number[]
      readonly after: number | null
    }
  /** What a person does, and whether that is pinned. */
  | { readonly kind: 'does'; readonly assignment: Assignment; readonly pinned: boolean }
  /** The same for several sessions of one person, followed by another that is reported separately. */
  | { readonly kind: 'does-too'; readonly assignments: readonly Assignment[] }
  | { readonly kind: 'free-all-day'; readonly person: string; readonly day: number }
  | { readonly kind: 'there'; readonly people: readonly string[]; readonly site: string; readonly session: number }
  /** `there`: the supervisors present; `promised`: whether all their minutes are booked for patients. */
  | {
      readonly kind: 'looked-after'
      readonly people: readonly string[]
      readonly there: readonly string[]
      readonly promised: boolean
    }
  /** How a person's sessions of a week are used. */
  | {
      readonly kind: 'week'
      readonly person: string
      readonly week: number
      readonly assignments: readonly Assignment[]
      /** Number of the week's sessions for which the person is away. */
      readonly away: number
      /** Sessions that the person could work but does not. */
      readonly left: readonly number[]
    }
  /** A person's sessions of one kind; those of past weeks only as a number. */
  | {
      readonly kind: 'sessions-of'
      readonly person: string
      readonly assignments: readonly Assignment[]
      readonly pinned: number
      /** Null if past weeks do not count. */
      readonly past: number | null
    }
  | { readonly kind: 'sites-of'; readonly assignments: readonly Assignment[] }
  /** People who can work an evening or a Saturday, and how many do. */
  | { readonly kind: 'evenings'; readonly could: readonly string[]; readonly do: number }
  | { readonly kind: 'worst-needs'; readonly open: readonly { readonly need: Need; readonly contacts: number }[] }
  | { readonly kind: 'booked-mostly'; readonly need: Need; readonly contacts: number }
  | { readonly kind: 'spending'; readonly roles: readonly { readonly role: string; readonly pounds: number }[] }

export type Cause = readonly Statement[]

/** Every change that a cause tried, with its aim: both proposals and reasons. */
export function triesOf(cause: Cause): { readonly aim: Aim; readonly tries: readonly Try[] }[] {
  return cause.flatMap((said) => {
    if (said.kind === 'who') return [{ aim: said.aim, tries: said.asked.flatMap(({ tries }) => tries) }]
    if (said.kind === 'at-work') return [{ aim: said.aim, tries: said.loose.flatMap(({ tries }) => tries) }]
    return []
  })
}
