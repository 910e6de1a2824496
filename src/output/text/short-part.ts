/** Names of parts of the day in three letters. */

/** "am", "pm", "eve", from `am`, `sat-pm`, `evening`; truncated to `width`. */
export function shortPart(part: string, width = 3): string {
  const last = part.split('-').at(-1) ?? part
  return (last === 'evening' ? 'eve' : last).slice(0, width)
}
