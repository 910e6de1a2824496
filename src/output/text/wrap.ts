/** Long sentences in short lines. */

/** Breaks a text at spaces; lines behind the first are indented as far as `indent` says. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const room = width - (lines.length === 0 ? 0 : indent)
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].map((text, index) => (index === 0 ? text : ' '.repeat(indent) + text))
}

/** Puts as many items on a line as have room, well apart; no item is broken. */
export function wrapItems(items: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 3 + item.length <= width) lines[lines.length - 1] = `${last}   ${item}`
    else lines.push(item)
  }
  return lines
}

/** "one; another; a third", broken between items; only an item that is longer than a line is broken itself. */
export function wrapList(items: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const [n, item] of items.entries()) {
    const text = n === items.length - 1 ? item : `${item};`
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + text.length <= width) lines[lines.length - 1] = `${last} ${text}`
    else lines.push(...wrap(text, width))
  }
  return lines
}

/** Cuts a text to `width`, and shows that it did. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`
}
