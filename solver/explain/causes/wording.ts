/** Turns a cause into sentences in a practice manager's words. */
import type { Problem } from '../../../src/problem.ts'
import { count, figureWords, lowerFirst, personName, roleTitle, siteName } from '../../../src/wording/names.ts'
import { are, crowd, listed, plural } from '../../../src/wording/people.ts'
import type { Cause, Statement } from './cause.ts'
import { atWorkInWords, closedInWords, nobodyInWords, unheldInWords, where } from './wording/need.ts'
import { doesInWords, sessionsInWords, sitesInWords, weekInWords } from './wording/person.ts'
import { whoClauses, whoSentence } from './wording/who.ts'

type Who = Extract<Statement, { kind: 'who' }>

/** Statements that share a sentence with who was asked. */
const WITH_WHO: ReadonlySet<Statement['kind']> = new Set(['at-work', 'nobody-at-work', 'looked-after', 'evenings'])

export function causeInWords(cause: Cause, problem: Problem): string {
  const sentences: string[] = []
  for (let n = 0; n < cause.length; n++) {
    const said = cause[n]
    const next = cause[n + 1]
    if (said === undefined) break
    const who = WITH_WHO.has(said.kind) && next?.kind === 'who' ? next : undefined
    const words = inWords(said, { who, problem })
    if (words !== '') sentences.push(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`)
    if (who !== undefined) n += 1
  }
  return sentences.join(' ')
}

function inWords(said: Statement, { who, problem }: { who: Who | undefined; problem: Problem }): string {
  switch (said.kind) {
    case 'by-hand':
      return 'no rota planned here breaks this rule: this one was changed by hand, or made for another week'
    case 'who':
      return whoSentence(said, problem)
    case 'at-work':
      return withWho(atWorkInWords(said, problem), who, problem)
    case 'nobody-at-work':
      return withWho(nobodyInWords(said, problem), who, problem)
    case 'looked-after':
      return lookedAfterInWords(said, who, problem)
    case 'evenings':
      return eveningsInWords(said, who, problem)
    case 'does':
      return `${doesInWords([said.assignment], problem)}${said.pinned ? ': that is pinned' : ''}`
    case 'does-too':
      return doesInWords(said.assignments, problem)
    case 'week':
      return weekInWords(said, problem)
    case 'sessions-of':
      return sessionsInWords(said, problem)
    case 'sites-of':
      return sitesInWords(said.assignments, problem)
    default:
      return factInWords(said, problem)
  }
}

type Fact = Exclude<
  Statement,
  {
    kind:
      | 'by-hand'
      | 'who'
      | 'at-work'
      | 'nobody-at-work'
      | 'looked-after'
      | 'evenings'
      | 'does'
      | 'does-too'
      | 'week'
      | 'sessions-of'
      | 'sites-of'
  }
>

function factInWords(said: Fact, problem: Problem): string {
  switch (said.kind) {
    case 'closed':
      return closedInWords(said, problem)
    case 'no-session':
      return 'there is no session then'
    case 'unheld':
      return unheldInWords(said.roles, problem)
    case 'none-of-role':
      return `nobody in the role of ${roleInWords(said.role, problem)} works at ${siteName(said.site, problem)}`
    case 'all-there': {
      const role = said.role === null ? '' : ` in the role of ${roleInWords(said.role, problem)}`
      return `everybody who works there${role} is there already`
    }
    case 'unmet-by-anybody':
      return `nobody who works ${where(said.site, problem)} meets this need`
    case 'no-skill':
      return `nobody in a role that meets this need has the skill "${said.skill}", which it asks for`
    case 'free-all-day':
      return `nothing is planned for ${personName(said.person, problem)} that day`
    case 'there':
      return said.people.length === 0 ? 'nobody is there' : `${crowd(said.people, problem)} ${are(said.people)} there`
    case 'worst-needs':
      return `mostly ${listed(said.open.map(({ need, contacts }) => `${figureWords(contacts)} of "${need.title}"`))}`
    case 'booked-mostly':
      return `${figureWords(said.contacts)} of its contacts are "${said.need.title}"`
    case 'spending':
      return `most of it goes to ${listed(
        said.roles.map(
          ({ role, pounds }) =>
            `${plural(roleInWords(role, problem))} (£${Math.round(pounds).toLocaleString('en-GB')})`,
        ),
      )}`
  }
}

function roleInWords(role: string, problem: Problem): string {
  return lowerFirst(roleTitle(role, problem))
}

function withWho(words: string, who: Who | undefined, problem: Problem): string {
  const rest = who === undefined ? '' : whoSentence(who, problem)
  return rest === '' ? words : `${words}; ${rest}`
}

function lookedAfterInWords(
  { people, there, promised }: Extract<Statement, { kind: 'looked-after' }>,
  who: Who | undefined,
  problem: Problem,
): string {
  const looked = `${crowd(people, problem)} ${are(people)} to be looked after`
  const rest = who === undefined ? '' : whoSentence(who, problem)
  const after = rest === '' ? '' : `: ${rest}`
  if (there.length === 0) return `${looked}${after}`
  const by = crowd(there, problem)
  if (!promised) return `${looked} by ${by} alone${after}`
  const minutes = there.length === 1 ? 'minutes' : 'minutes together'
  return `${looked} by ${by}, whose ${minutes} are promised to patients${after}`
}

function eveningsInWords(
  said: Extract<Statement, { kind: 'evenings' }>,
  who: Who | undefined,
  problem: Problem,
): string {
  const people = count(said.could.length, 'person').replace('persons', 'people')
  const parts = [`${said.do} ${said.do === 1 ? 'does' : 'do'}`, ...(who === undefined ? [] : whoClauses(who, problem))]
  return `${people} can work an evening or a Saturday: ${listed(parts)}`
}
