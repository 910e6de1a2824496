/** Locates the error in invalid JSON. The platform's parser doesn't always report a position, and its wording varies. */

type Wanted = 'value' | 'value-or-]' | 'key' | 'key-or-}' | ':' | ', or end' | 'nothing'

interface Reading {
  readonly text: string
  at: number
  wanted: Wanted
  /** Objects and lists still open, outermost first. */
  readonly open: ('{' | '[')[]
}

const SPACE = /[ \t\n\r]*/y
const PLAIN = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Offset of the first invalid character; the text's length if it ends too early. */
export function faultIn(text: string): number {
  const reading: Reading = { text, at: 0, wanted: 'value', open: [] }
  for (;;) {
    reading.at = endOf(SPACE, text, reading.at) ?? reading.at
    if (reading.at >= text.length || !takeOne(reading)) return reading.at
  }
}

/** Consumes one token; false if it isn't allowed here. */
function takeOne(reading: Reading): boolean {
  const sign = reading.text[reading.at] ?? ''
  switch (reading.wanted) {
    case 'value-or-]':
      return sign === ']' ? close(reading) : takeValue(reading, sign)
    case 'value':
      return takeValue(reading, sign)
    case 'key-or-}':
      return sign === '}' ? close(reading) : takeText(reading, ':')
    case 'key':
      return takeText(reading, ':')
    case ':':
      return sign === ':' && go(reading, reading.at + 1, 'value')
    case ', or end': {
      const inside = reading.open.at(-1)
      if (sign === ',') return go(reading, reading.at + 1, inside === '{' ? 'key' : 'value')
      return sign === (inside === '{' ? '}' : ']') && close(reading)
    }
    case 'nothing':
      return false
  }
}

function takeValue(reading: Reading, sign: string): boolean {
  if (sign === '{' || sign === '[') {
    reading.open.push(sign)
    return go(reading, reading.at + 1, sign === '{' ? 'key-or-}' : 'value-or-]')
  }
  const then = reading.open.length > 0 ? ', or end' : 'nothing'
  if (sign === '"') return takeText(reading, then)
  const end = endOf(PLAIN, reading.text, reading.at)
  return end !== undefined && go(reading, end, then)
}

/** Consumes a string. Hand-written, because a regular expression overflows the stack on strings of megabytes. */
function takeText(reading: Reading, then: Wanted): boolean {
  const { text } = reading
  if (text[reading.at] !== '"') return false
  let at = reading.at + 1
  while (at < text.length && text[at] !== '"') {
    const next = text[at] === '\\' ? endOf(ESCAPE, text, at) : text.charCodeAt(at) < 32 ? undefined : at + 1
    if (next === undefined) {
      reading.at = at
      return false
    }
    at = next
  }
  return go(reading, at + 1, then)
}

function close(reading: Reading): boolean {
  reading.open.pop()
  return go(reading, reading.at + 1, reading.open.length > 0 ? ', or end' : 'nothing')
}

function go(reading: Reading, at: number, wanted: Wanted): boolean {
  reading.at = Math.min(at, reading.text.length)
  reading.wanted = wanted
  return true
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : undefined
}
