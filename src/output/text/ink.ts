/** Colour for a terminal. It only ever repeats what the text says already. */

export type Mark = 'strong' | 'quiet' | 'good' | 'bad' | 'plain'

const CODES: Readonly<Record<Mark, string>> = { strong: '1', quiet: '2', good: '32', bad: '31', plain: '' }

/** What a text is written on. */
export interface Paper {
  /** Characters in a line. */
  readonly width: number
  readonly colour: boolean
}

/** Colours a text, but not the space behind it, so that a line can still lose what hangs over its end. */
export function ink(text: string, mark: Mark, paper: Paper): string {
  const words = text.trimEnd()
  if (!paper.colour || mark === 'plain' || words === '') return text
  return `\u001b[${CODES[mark]}m${words}\u001b[0m${text.slice(words.length)}`
}
