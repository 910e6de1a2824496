/** People's names in files: detecting them, normalising their order, and matching them to known people. */
import { wordsOf } from '../name-words.ts'
import { nearest } from '../suggest.ts'
import type { Account, ImportContext, Place } from './import-answer.ts'

/** Labels of rows that total others. */
const TOTAL =
  /^((grand |sub[- ]?)?totals?|sum|count|average|mean|min(imum)?|max(imum)?|cover|no\.? of .*|number of .*|am (cover|total|count|gps?)|pm (cover|total|count|gps?)|gps? in|head ?count|am|pm|rooms?( used)?|notes?|key|legend)\b[:\s]*/i
const NOBODY = /^(vacant|vacancy|tbc|tba|unfilled|locum needed|\?+|-+|—|–|n\/?a|nobody)$/i

export type NameReading =
  | { readonly kind: 'name'; readonly name: string; readonly wte: number | null }
  | { readonly kind: 'total' | 'nobody' }
  | { readonly kind: 'wrong'; readonly detail: string; readonly maybe: string }

export function nameIn(text: string): NameReading {
  if (NOBODY.test(text)) return { kind: 'nobody' }
  if (TOTAL.test(text) && !/^(min|max|sum|key)\s+[A-Z][a-z]+$/.test(text)) return { kind: 'total' }
  if (/^[=+@]|^-\s*\S/.test(text))
    return { kind: 'wrong', detail: 'This looks like a formula, not a name; it was not run.', maybe: 'the name itself' }
  if (/^(week|wk)\.?\s*\d+$/i.test(text))
    return {
      kind: 'wrong',
      detail: 'These rows are weeks of a rolling pattern, not people.',
      maybe:
        'a row for each person and week (Name, Week, Mon AM …), or a rota with dates, from which the usual week is taken',
    }
  if (/^[\d\s.,:/]+$/.test(text))
    return { kind: 'wrong', detail: 'A number stands where a name should be.', maybe: 'the person’s name' }
  if (/\S\s*\/\s*\S/.test(text) || /\bfrom (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text))
    return {
      kind: 'wrong',
      detail: 'Two people seem to share this name cell.',
      maybe: 'a row for each person, with start and end dates',
    }
  if (text.length > 60)
    return { kind: 'wrong', detail: 'This is too long to be a name.', maybe: 'the name alone, notes in another column' }
  const [, wte] = /\b(0?\.\d+|1\.0)\s*(?:wte|fte|ltft)?\b/i.exec(text) ?? []
  const name = text
    .replace(/\b(0?\.\d+|1\.0)\s*(wte|fte|ltft)?\b/gi, '')
    .replace(/\bltft\b/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
  const [, last = '', first = ''] = /^([\p{L}'’ -]+),\s*([\p{L}'’. -]+)$/u.exec(name) ?? []
  return { kind: 'name', name: last === '' ? name : `${first} ${last}`, wte: wte === undefined ? null : Number(wte) }
}

/** Resolves a name to a person; null if unknown or excluded, which has been reported. */
export interface NameBook {
  idOf(name: string, at: Place): string | null
}

/** Uses the people of the network, or, without a network, of the file, where each distinct spelling is a person. */
export function nameBook(context: ImportContext, account: Account, spellings: readonly string[] = []): NameBook {
  const known = new Map<string, string[]>()
  for (const { id, name } of context.people) {
    const words = bare(name)
    for (const key of new Set([words.join(' '), words.at(-1) ?? '', words[0] ?? '', id.toLowerCase()]))
      if (key !== '') known.set(key, [...(known.get(key) ?? []), id])
  }
  const common = commonSpellings(spellings)
  const reported = new Set<string>()
  return {
    idOf: (text, at) => {
      const word = text.toLowerCase()
      const mapped = context.mapping.people?.[word]
      if (mapped !== undefined) return mapped === '-' ? null : mapped
      const key = bare(text).join(' ')
      if (context.people.length === 0)
        return fileId(key, common, () =>
          account.guess(
            { ...at, correct: { by: 'people', word } },
            text,
            `read as ${common.get(key) ?? text}, who is named more often`,
          ),
        )
      const found = known.get(key) ?? []
      if (found.length === 1) return found[0] ?? null
      if (reported.has(key)) return null
      reported.add(key)
      if (found.length > 1)
        account.problem(
          { ...at, correct: { by: 'people', word } },
          text,
          'Several people in the network fit this name.',
          found.join(' or '),
        )
      else
        account.problem(
          { ...at, correct: { by: 'people', word } },
          text,
          'Nobody in the network has this name.',
          nearest(
            text,
            context.people.map(({ name }) => name),
          ),
        )
      return null
    },
  }
}

function bare(name: string): readonly string[] {
  const words = wordsOf(name).filter((word) => !/^(dr|mr|mrs|ms|miss|mx|prof|sister)$/.test(word))
  return words.length > 0 ? words : wordsOf(name)
}

function fileId(key: string, common: ReadonlyMap<string, string>, onGuess: () => void): string {
  const other = common.get(key)
  if (other !== undefined) onGuess()
  return (other ?? key).replaceAll(' ', '-') || 'unnamed'
}

/** Maps spellings that occur once and differ by one letter from a frequent one to the frequent one. */
function commonSpellings(spellings: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const text of spellings) {
    const key = bare(text).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const often = [...counts].filter(([, count]) => count >= 3).map(([key]) => key)
  const rare = [...counts].filter(([key, count]) => count === 1 && key.length >= 5).map(([key]) => key)
  return new Map(
    rare.flatMap((key) => {
      const near = nearest(
        key,
        often.filter((one) => Math.abs(one.length - key.length) <= 1),
      )
      return near === undefined ? [] : [[key, near] as const]
    }),
  )
}
