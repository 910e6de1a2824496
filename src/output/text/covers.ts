/** Answers to an absence, for a terminal. */
import type { CoverAnswer, CoverReport } from '../../cover-answer.ts'
import type { Problem } from '../../problem.ts'
import { ink } from './ink.ts'
import type { Print } from './print.ts'
import { wrap } from './wrap.ts'

/** `problem`: the week with the absence entered. */
export function coversInWords({ person, open, options }: CoverAnswer, problem: Problem, print: Print): string {
  const who = problem.personById.get(person)?.name ?? person
  const sessions = open.length === 1 ? '1 session' : `${open.length} sessions`
  const lost = open.length === 0 ? 'no session with patients is lost' : `${sessions} with patients to cover`
  return `${[
    ink(`${who} is away: ${lost}.`, 'strong', print),
    ...options.flatMap((option, place) => ['', ...optionLines(option, place + 1, print)]),
  ].join('\n')}\n`
}

function optionLines(option: CoverReport, place: number, print: Print): string[] {
  const { ask, sentence, knockOn, mends, breaks, cost } = option
  const [first = ''] = wrap(sentence, print.width - 3)
  const rest = wrap(sentence, print.width - 3).slice(1)
  return [
    ink(`${place}. ${first}`, ask.length === 0 ? 'plain' : 'strong', print),
    ...rest.map((line) => `   ${line}`),
    ...bullets('Also', knockOn, print),
    ...bullets('Puts right', sentencesOf(mends), print),
    ...bullets('Rule that bends', sentencesOf(breaks), print),
    ...(cost === 0
      ? []
      : [`   Cost: £${Math.abs(Math.round(cost)).toLocaleString('en-GB')} ${cost > 0 ? 'more' : 'less'}.`]),
  ]
}

/** Late contacts are omitted: the sentence above already counts them. */
function sentencesOf(findings: CoverReport['breaks']): string[] {
  return findings.filter(({ level }) => level !== 'urgent' && level !== 'service').map(({ sentence }) => sentence)
}

/** Maximum number shown per kind. */
const SHOWN = 4

function bullets(head: string, sentences: readonly string[], print: Print): string[] {
  const shown = print.all === true ? sentences : sentences.slice(0, SHOWN)
  const more = sentences.length - shown.length
  return [
    ...shown.flatMap((sentence) => wrap(`${head}: ${sentence}`, print.width - 3, 2).map((line) => `   ${line}`)),
    ...(more > 0 ? [`   and ${more} more: --all prints them`] : []),
  ]
}
