/** Describes swaps: who gives what, and the state. */
import type { components } from '../../../../client/openapi.ts'
import { momentWords, plainDay } from '../dates.ts'
import { clock, partOfDay, workOf } from '../session-words.ts'

export type StoredSwap = components['schemas']['StoredSwap']
export type OwnSwap = components['schemas']['OwnSwap']
export type SwapCheck = components['schemas']['SwapCheck']
export type SwapSide = StoredSwap['sides'][number]

/** One side of a swap in the service's form. */
export interface SideAsked {
  readonly person: string
  readonly date: string
  readonly part: string
}

/** "duty at Alder Road on Monday 30 November, 8:30am to 12:40pm" */
export function givesWords({ gives, date, starts, ends }: SwapSide): string {
  const when = `${plainDay(date)}, ${clock(starts)} to ${clock(ends)}`
  if (gives === null) return `nothing: no session on ${plainDay(date)}, ${partOfDay(starts)}`
  const work = workOf(gives)
  return `${work.charAt(0).toLowerCase()}${work.slice(1)} at ${gives.siteName} on ${when}`
}

/** "Ann and Bob" */
export function pairWords({ sides }: Pick<StoredSwap, 'sides'>): string {
  return sides.map(({ name }) => name).join(' and ')
}

export function isOpen({ state }: Pick<StoredSwap, 'state'>): boolean {
  return state === 'proposed' || state === 'agreed'
}

/** The swap's state, and who has to act next. */
export function stateWords(swap: StoredSwap): string {
  const other = swap.sides[1]?.name ?? 'The other person'
  const at = (moment: string | undefined) => (moment === undefined ? '' : ` ${momentWords(moment)}`)
  switch (swap.state) {
    case 'proposed':
      return `Proposed ${momentWords(swap.proposedAt)}. ${other} has not answered yet.`
    case 'agreed':
      return `${other} has agreed. A manager has to accept it.`
    case 'accepted':
      return `Accepted and published${at(swap.settledAt)}.`
    case 'refused':
      return `Refused${at(swap.settledAt)}.`
    case 'withdrawn':
      return `Withdrawn${at(swap.settledAt)}.`
    case 'lapsed':
      return 'Lapsed: the first session started before anyone decided.'
  }
}

/** The earliest day in a swap. */
export function firstDayOf({ sides }: Pick<StoredSwap, 'sides'>): string {
  return sides.map(({ date }) => date).sort()[0] ?? ''
}
