/** Parses a question about a rota: "p017 off 2026-12-01 am", or "GP 3 on duty at Alder Road on Tuesday morning". */
import { BadInput, type Candidate, type Complaint } from '../errors.ts'
import type { Problem } from '../problem.ts'
import type { Question } from '../question.ts'
import { isDay, longDay, partName, type Session, WEEKDAYS, type Weekday, weekdayName } from '../time.ts'
import { wordsOf } from './name-words.ts'
import { QuestionWords } from './question-words.ts'
import { nearest } from './suggest.ts'

const HOW =
  'Ask, for example, "GP 3 off Tuesday morning", "p017 at A99902 2026-12-01 am" or "p017 duty A99901 2026-12-01 am".'

const ASKS: ReadonlyMap<string, Question['ask']> = new Map([
  ['off', 'off'],
  ['free', 'off'],
  ['at', 'at'],
  ['in', 'at'],
  ['duty', 'duty'],
  ['clinic', 'clinic'],
  ['visits', 'visits'],
  ['supervision', 'supervision'],
  ['supervising', 'supervision'],
  ['admin', 'admin'],
  ['paperwork', 'admin'],
  ['training', 'training'],
  ['learning', 'training'],
  ['outside', 'outside'],
])

/** Throws one BadInput that quotes the word that wasn't understood and suggests alternatives. */
export function readQuestion(text: string, problem: Problem): Question {
  const words = new QuestionWords(text)
  const person = personIn(words, problem)
  const ask =
    words.take((word) => ASKS.get(word)) ??
    refuse(`It is not clear what is asked of them. ${HOW}`, words.next(1), [...ASKS.keys()])
  words.skip(['at', 'in'])
  const site = siteIn(words, problem, { person, ask })
  if (ask !== 'off' && site === undefined)
    refuse(
      'There is no site with this name.',
      words.next(2),
      problem.sites.flatMap((s) => [s.name, s.id]),
    )
  if (ask === 'off' && site !== undefined) refuse('Being off has no site: omit the site.', site, [])
  const ofDay = dayOf(words, problem)
  const part = partIn(words, ofDay, problem)
  if (part === undefined && (ask !== 'off' || !words.isEmpty()))
    refuse(
      words.isEmpty() ? 'The part of the day is missing.' : 'That day has no such part.',
      words.next(1),
      ofDay.flatMap((s) => [partName(s.part), s.part]),
    )
  if (!words.isEmpty()) refuse('There are words left over.', words.next(4), [])
  const sessions = ofDay.filter((s) => part === undefined || s.part === part).map((s) => s.index)
  return { person, sessions, ask, site: ask === 'off' ? null : (site ?? null) }
}

function personIn(words: QuestionWords, problem: Problem): string {
  const asked = words.rest()
  const found = words.name(problem.people, (word) => ASKS.has(word))
  const [person] = found
  if (person === undefined)
    return refuse(
      'There is nobody with this name.',
      words.next(2),
      problem.people.flatMap((p) => [p.name, p.id]),
    )
  if (found.length === 1) return person.id
  const candidates = found.map(({ id, name, role, home }) => ({
    id,
    name,
    tells: `${problem.roleById.get(role)?.title ?? role}, ${problem.siteById.get(home)?.name ?? home}`,
  }))
  return askBack(`Which "${typedName(asked, words)}" is meant?`, `${person.id} ${words.rest()}`, candidates)
}

/** Null if the next word isn't a site, which is valid for a question about being off. */
function siteIn(
  words: QuestionWords,
  problem: Problem,
  { person, ask }: Pick<Question, 'person' | 'ask'>,
): string | undefined {
  const asked = words.rest()
  const found = words.name(problem.sites, (word) => ask !== 'off' && isDayWord(word))
  const [site] = found
  if (site === undefined || found.length === 1) return site?.id
  const candidates = found.map(({ id, name }) => ({ id, name, tells: '' }))
  return askBack(
    `Which "${typedName(asked, words)}" is meant?`,
    `${person} ${ask} ${site.id} ${words.rest()}`,
    candidates,
  )
}

/** Undefined if the next word isn't a part of the day. */
function partIn(words: QuestionWords, ofDay: readonly Session[], { horizon }: Problem): string | undefined {
  const asked = words.rest()
  const parts = horizon.parts.filter(({ id }) => ofDay.some((s) => s.part === id))
  const found = words.name(
    parts.map((part) => ({ ...part, name: partName(part.id) })),
    () => false,
  )
  const [part] = found
  if (part === undefined || found.length === 1) return part?.id
  const candidates = found.map(({ id, name, starts, ends }) => ({ id, name, tells: `${starts} to ${ends}` }))
  return askBack(`Which "${typedName(asked, words)}" is meant?`, part.id, candidates)
}

/** The name as typed: the original text minus what remains. */
function typedName(asked: string, words: QuestionWords): string {
  return asked.slice(0, asked.length - words.rest().length).trim()
}

function askBack(detail: string, like: string, candidates: readonly Candidate[]): never {
  throw new BadInput([{ pointer: '', detail: `${detail} Ask again with an id, such as "${like.trim()}".`, candidates }])
}

function isDayWord(word: string): boolean {
  return isDay(word) || weekdayOfWord(word) !== undefined
}

function weekdayOfWord(word: string): Weekday | undefined {
  return WEEKDAYS.find((day) => day === word || weekdayName(day).toLowerCase() === word)
}

/** Sessions of the day named by the next word: a date, or a weekday that occurs only once in the horizon. */
function dayOf(words: QuestionWords, { horizon }: Problem): readonly Session[] {
  const date = words.take((word) => (isDay(word) ? word : undefined))
  const weekday = date === undefined ? words.take(weekdayOfWord) : undefined
  if (date === undefined && weekday === undefined)
    refuse('The day is missing or not understood.', words.next(1), WEEKDAYS.map(weekdayName))
  const found = horizon.sessions.filter((s) => s.date === date || s.weekday === weekday)
  const dates = [...new Set(found.map((s) => s.date))]
  if (dates.length > 1)
    refuse(`Which one? This rota has ${dates.join(', ')}.`, weekday === undefined ? '' : weekdayName(weekday), [])
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
  const typed = wordsOf(seen).join(' ')
  const others = known.filter((name) => wordsOf(name).join(' ') !== typed)
  const maybe = seen === '' ? undefined : (nearest(seen, others) ?? nearest(first, others))
  const quoted = seen === '' ? {} : { seen: `"${seen}"` }
  const complaint: Complaint = { pointer: '', detail, ...quoted, ...(maybe === undefined ? {} : { maybe }) }
  throw new BadInput([complaint])
}
