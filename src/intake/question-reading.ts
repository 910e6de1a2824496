/** Reads what somebody asks of a rota: "p017 off 2026-12-01 am", or "GP 3 on duty at Alder Road on Tuesday morning". */
import { BadInput, type Complaint } from '../errors.ts'
import type { Problem } from '../problem.ts'
import type { Question } from '../question.ts'
import { isDay, longDay, partName, type Session, WEEKDAYS, weekdayName } from '../time.ts'
import { nearest } from './suggest.ts'

const HOW = 'Ask like "GP 3 off Tuesday morning", "p017 at A99902 2026-12-01 am" or "p017 duty A99901 2026-12-01 am".'

const ASKS: Readonly<Record<string, Question['ask']>> = {
  off: 'off',
  free: 'off',
  at: 'at',
  in: 'at',
  duty: 'duty',
  clinic: 'clinic',
  visits: 'visits',
  supervision: 'supervision',
  supervising: 'supervision',
  admin: 'admin',
  paperwork: 'admin',
  training: 'training',
  learning: 'training',
  outside: 'outside',
}

/** Words that say nothing here. */
const FILLERS: ReadonlySet<string> = new Set([
  'why',
  'what',
  'if',
  'is',
  'isn’t',
  "isn't",
  'not',
  'was',
  'were',
  'on',
  'a',
  'the',
  'kept',
])

/** Throws one BadInput that says which word was not understood, and which may have been meant. */
export function readQuestion(text: string, problem: Problem): Question {
  const words = new Words(text)
  const person =
    words.name(problem.people) ??
    refuse(
      'There is nobody of this name.',
      words.next(2),
      problem.people.flatMap((p) => [p.name, p.id]),
    )
  const ask =
    words.take((word) => ASKS[word]) ??
    refuse(`What is asked of them is not clear. ${HOW}`, words.next(1), Object.keys(ASKS))
  words.skip(['at', 'in'])
  const site = words.name(problem.sites)
  if (ask !== 'off' && site === undefined)
    refuse(
      'There is no site of this name.',
      words.next(2),
      problem.sites.flatMap((s) => [s.name, s.id]),
    )
  if (ask === 'off' && site !== undefined) refuse('Nobody is off at a site: leave the site out.', site, [])
  const ofDay = dayOf(words, problem)
  const part = words.take((word) => ofDay.find((s) => s.part === word || partName(s.part) === word)?.part)
  if (part === undefined && (ask !== 'off' || !words.isEmpty()))
    refuse(
      words.isEmpty() ? 'The part of the day is missing.' : 'That day has no such part.',
      words.next(1),
      ofDay.flatMap((s) => [partName(s.part), s.part]),
    )
  if (!words.isEmpty()) refuse('There are words too many.', words.next(4), [])
  const sessions = ofDay.filter((s) => part === undefined || s.part === part).map((s) => s.index)
  return { person, sessions, ask, site: ask === 'off' ? null : (site ?? null) }
}

/** Sessions of the day that the next word names: a date, or the weekday of a week that has it once. */
function dayOf(words: Words, { horizon }: Problem): readonly Session[] {
  const date = words.take((word) => (isDay(word) ? word : undefined))
  const weekday =
    date === undefined
      ? words.take((word) => WEEKDAYS.find((day) => day === word || weekdayName(day).toLowerCase() === word))
      : undefined
  if (date === undefined && weekday === undefined)
    refuse('The day is missing, or not understood.', words.next(1), WEEKDAYS.map(weekdayName))
  const found = horizon.sessions.filter((s) => s.date === date || s.weekday === weekday)
  const dates = [...new Set(found.map((s) => s.date))]
  if (dates.length > 1)
    refuse(`Which of them? This rota has ${dates.join(', ')}.`, weekday === undefined ? '' : weekdayName(weekday), [])
  if (found.length === 0)
    refuse(
      `This rota has no session that day: it runs from ${longDay(horizon.from)} for ${horizon.weeks * 7} days.`,
      date ?? weekday ?? '',
      [],
    )
  return found
}

function refuse(detail: string, seen: string, known: readonly string[]): never {
  const [first = ''] = seen.split(' ')
  const maybe = seen === '' ? undefined : (nearest(seen, known) ?? nearest(first, known))
  const quoted = seen === '' ? {} : { seen: `"${seen}"` }
  const complaint: Complaint = { pointer: '', detail, ...quoted, ...(maybe === undefined ? {} : { maybe }) }
  throw new BadInput([complaint])
}

/** What is left of a question, word by word. */
class Words {
  #left: readonly string[]

  constructor(text: string) {
    this.#left = text
      .replace(/[?!.,;"]/g, ' ')
      .split(/\s+/)
      .filter((word) => word !== '')
  }

  isEmpty(): boolean {
    this.#fill()
    return this.#left.length === 0
  }

  next(count: number): string {
    this.#fill()
    return this.#left.slice(0, count).join(' ')
  }

  /** The id of the thing whose id or name comes next, the longest name first. */
  name(things: readonly { readonly id: string; readonly name: string }[]): string | undefined {
    this.#fill()
    const names = things.flatMap(({ id, name }) => [
      { id, words: [id.toLowerCase()] },
      { id, words: name.toLowerCase().split(/\s+/) },
    ])
    const fits = names.filter(({ words }) => words.every((word, n) => this.#left[n]?.toLowerCase() === word))
    const [longest] = fits.sort((a, b) => b.words.length - a.words.length)
    this.#left = this.#left.slice(longest?.words.length ?? 0)
    return longest?.id
  }

  take<T>(known: (word: string) => T | undefined): T | undefined {
    this.#fill()
    const found = known(this.#left[0]?.toLowerCase() ?? '')
    if (found !== undefined) this.#left = this.#left.slice(1)
    return found
  }

  skip(words: readonly string[]): void {
    this.#fill()
    if (words.includes(this.#left[0]?.toLowerCase() ?? '')) this.#left = this.#left.slice(1)
  }

  #fill(): void {
    const first = this.#left.findIndex((word) => !FILLERS.has(word.toLowerCase()))
    this.#left = first < 0 ? [] : this.#left.slice(first)
  }
}
