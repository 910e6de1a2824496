/** Collects every error in an input, so that they can be reported together. */
import { BadInput, type Complaint } from '../../errors.ts'
import { nearest } from '../suggest.ts'

/** Listing more complaints than this helps nobody; the rest are only counted. */
const LISTED = 100

/** Evaluated only for complaints that are listed, because finding a suggestion takes time. */
export interface Hint {
  readonly seen?: unknown
  readonly maybe?: string | undefined
  /** Known words; the nearest to `seen` is suggested. */
  readonly among?: Iterable<string>
}

export class Complaints {
  readonly listed: Complaint[] = []
  total = 0

  /** True once further complaints are only counted. */
  get full(): boolean {
    return this.listed.length >= LISTED
  }

  /** `at` is the path: field names and indices from the root. */
  add(at: readonly (string | number)[], detail: string, hint: Hint = {}): void {
    this.total += 1
    if (this.full) return
    const maybe =
      hint.maybe ?? (hint.among && typeof hint.seen === 'string' ? nearest(hint.seen, hint.among) : undefined)
    this.listed.push({
      pointer: pointerTo(at),
      detail,
      ...('seen' in hint ? { seen: shorten(hint.seen) } : {}),
      ...(maybe === undefined ? {} : { maybe }),
    })
  }

  /** Throws if there were any complaints. */
  throwIfAny(): void {
    if (this.total > 0) this.refuse()
  }

  refuse(): never {
    const rest = this.total - this.listed.length
    const more = rest > 0 ? [{ pointer: '', detail: `There are ${rest} more errors, not listed here.` }] : []
    throw new BadInput([...this.listed, ...more])
  }
}

/** JSON Pointer (RFC 6901). */
export function pointerTo(at: readonly (string | number)[]): string {
  return at.map((step) => `/${String(step).slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The value found, on one short line whatever its size. */
export function shorten(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value)
  if (Array.isArray(value)) return value.length === 1 ? 'a list of 1' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.keys(value)
    const shown = fields.slice(0, 3).map((field) => field.slice(0, 20))
    return fields.length === 0 ? '{}' : `{ ${shown.join(', ')}${fields.length > 3 ? ', …' : ''} }`
  }
  return value === undefined ? 'nothing' : String(value).slice(0, 60)
}
