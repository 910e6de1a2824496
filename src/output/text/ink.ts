/** Terminal colours. They never carry information that the text doesn't. */

export type Mark = 'strong' | 'quiet' | 'good' | 'bad' | 'plain'

const CODES: Readonly<Record<Mark, string>> = { strong: '1', quiet: '2', good: '32', bad: '31', plain: '' }

/** The output's properties. */
export interface Paper {
  /** Characters per line. */
  readonly width: number
  readonly colour: boolean
}

/** Colours the text but not its trailing spaces, so that they can still be trimmed from the line. */
export function ink(text: string, mark: Mark, paper: Paper): string {
  const words = text.trimEnd()
  if (!paper.colour || mark === 'plain' || words === '') return text
  return `\u001b[${CODES[mark]}m${words}\u001b[0m${text.slice(words.length)}`
}
