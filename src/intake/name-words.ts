/** Normalises names as people type them: ignores case, punctuation, accents, titles and the order of "Smith, Jane". */

/** Titles and other words that may precede a name without identifying anybody. */
export const TITLES: ReadonlySet<string> = new Set([
  'dr',
  'prof',
  'professor',
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'sister',
  'the',
])

/** Something that can be referred to by id or name. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** How well words match a name: fully; fully except for titles; or only a first name, surname or prefix. */
export type Fit = 'whole' | 'untitled' | 'part'

/** One way of writing a name, as words. */
export interface Spelling {
  readonly words: readonly string[]
  readonly fit: Fit
}

/** "Dr. O’Brien-Núñez" → dr, obrien, nunez. Hyphens next to digits are kept: `2026-12-01`. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|['’‘`´]/gu, '')
    .toLowerCase()
    .replace(/(?<!\p{N})-|-(?!\p{N})/gu, ' ')
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** Every way of writing the name, without duplicates. */
export function spellingsOf({ id, name }: Named): Spelling[] {
  const bare = name.replace(/\s*\([^()]*\)\s*$/, '')
  const [last = '', first = ''] = bare.split(/,(.*)/s)
  const inOrder = wordsOf(first === '' ? bare : `${first} ${last}`)
  const whole = [wordsOf(id), wordsOf(name), wordsOf(bare), inOrder]
  const untitled = [...whole.map(withoutTitles), withoutTitles(inOrder)]
  const known = withoutTitles(inOrder)
  const parts = known.map((_, n) => known.slice(0, n + 1))
  const surname = known.slice(-1)
  const title = inOrder.slice(0, inOrder.length - known.length)
  const part = [...parts, surname, [...title, ...surname]].filter((words) => words.join('').length > 1)
  const all = [
    ...whole.map((words): Spelling => ({ words, fit: 'whole' })),
    ...untitled.map((words): Spelling => ({ words, fit: 'untitled' })),
    ...part
      .filter((words) => words.every((word) => !/^\p{N}+$/u.test(word)))
      .map((words): Spelling => ({ words, fit: 'part' })),
  ]
  const seen = new Set<string>()
  return all.filter(({ words }) => {
    const key = words.join(' ')
    const isNew = key !== '' && !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** Drops leading titles and articles, unless nothing else would remain. */
function withoutTitles(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !TITLES.has(word))
  return start < 0 ? words : words.slice(start)
}
