/** Finds duplicate keys in a JSON text: parsers silently keep the last. */
import type { Remark } from '../../remark.ts'
import { pointerTo } from '../document/complaints.ts'

/** An object or list still open. */
interface Open {
  /** Keys seen so far; null for a list. */
  readonly keys: Set<string> | null
  /** The current key or index. */
  here: string | number
}

/** Listing more than this helps nobody. */
const LISTED = 20

/** One remark per duplicated key. `text` must be valid JSON. */
export function fieldsTwice(text: string): readonly Remark[] {
  const found: Remark[] = []
  const open: Open[] = []
  let wantsKey = false
  for (let at = 0; at < text.length && found.length < LISTED; at++) {
    const sign = text.charCodeAt(at)
    const inside = open.at(-1)
    if (sign === QUOTE) {
      const end = endOfText(text, at)
      if (wantsKey && inside?.keys) {
        const key = keyOf(text.slice(at, end + 1))
        inside.here = key
        if (inside.keys.has(key)) found.push(remarkOf(open))
        inside.keys.add(key)
        wantsKey = false
      }
      at = end
    } else if (sign === COMMA) {
      if (typeof inside?.here === 'number') inside.here += 1
      wantsKey = inside?.keys !== null
    } else if (sign === BRACE || sign === BRACKET) {
      wantsKey = sign === BRACE
      open.push(wantsKey ? { keys: new Set(), here: '' } : { keys: null, here: 0 })
    } else if (sign === BRACE_END || sign === BRACKET_END) open.pop()
  }
  return found
}

const QUOTE = 0x22
const COMMA = 0x2c
const BRACE = 0x7b
const BRACE_END = 0x7d
const BRACKET = 0x5b
const BRACKET_END = 0x5d
const BACKSLASH = 0x5c

/** Position of the quotation mark closing the string that starts at `from`. */
function endOfText(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1
    if (slashes % 2 === 0) return at
  }
  return text.length
}

function keyOf(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
}

function remarkOf(open: readonly Open[]): Remark {
  const field = JSON.stringify(String(open.at(-1)?.here ?? '').slice(0, 80))
  return {
    pointer: pointerTo(open.map((one) => one.here)),
    detail: `The field ${field} is given twice: only the last one is used.`,
    maybe: 'put both into one, or take one out',
  }
}
