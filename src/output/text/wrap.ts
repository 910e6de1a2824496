/** Wraps long text. */

/** Breaks text at spaces. Lines after the first are indented by `indent` characters. */
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

/** Puts as many items on a line as fit, with space between them. Never breaks an item. */
export function wrapItems(items: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 3 + item.length <= width) lines[lines.length - 1] = `${last}   ${item}`
    else lines.push(item)
  }
  return lines
}

/** "one; another; a third", broken between items. An item is only broken if it is longer than a line. */
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

/** Truncates text to `width`, with an ellipsis. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`
}
