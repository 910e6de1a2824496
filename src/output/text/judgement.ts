/** The verdict on a rota from elsewhere, for a terminal. */
import type { Problem } from '../../problem.ts'
import type { JudgedLevel, Judgement } from '../../report.ts'
import { sessionName } from '../../time.ts'
import { contacts, distance, pounds } from '../figures.ts'
import { findingLines } from './findings.ts'
import { headline } from './headline.ts'
import { ink } from './ink.ts'
import { cutList, type Print } from './print.ts'
import { remarkLines } from './remarks.ts'
import { valueSentence } from './status.ts'
import { wrap } from './wrap.ts'

/** Maximum number of people named as working by telephone. */
const SHOWN = 6

const DIFFERS = 'DISPUTED: what the report says of its rota and what we find in it differ.'
const TELEPHONE = 'Rooms are short, so the plan has these people work by telephone:'
const PLANNED =
  'This rota says nothing of who is met in its clinics. It is judged with the best plan that its people allow.'

export function judgementInWords(judgement: Judgement, problem: Problem, print: Print): string {
  const { findings, agrees, clinicPlan, service, remarks, levels } = judgement
  const isBounded = levels.some(({ bound }) => bound !== undefined)
  return `${[
    ...remarkLines(remarks, print),
    ink(headline(service), 'strong', print),
    ...(agrees ? [] : wrap(DIFFERS, print.width).map((line) => ink(line, 'bad', print))),
    ...(clinicPlan === 'exact' ? wrap(PLANNED, print.width) : []),
    ...levels.flatMap((level) => wrap(`- ${valueSentence(level)}${boundWords(level, isBounded)}`, print.width, 2)),
    ...telephoneLines(judgement, problem, print),
    '',
    ...findingLines(findings, print),
  ].join('\n')}\n`
}

/** Gaps up to this are rounding. */
const NOTHING = 1e-6

/** "; no rota comes below 12.4", if a bound was requested. */
function boundWords({ level, bound, gap }: JudgedLevel, isBounded: boolean): string {
  if (!isBounded || level === 'never') return ''
  if (bound === undefined || gap === undefined) return '; how much better it could be is not known: time ran out'
  if (gap <= NOTHING) return '; no rota is better that is as good on what comes before'
  const least = level === 'cost' ? pounds(bound) : contacts(bound)
  return bound <= 0
    ? '; nothing shows that it could not be 0'
    : `; no rota comes below ${least} that is as good on what comes before, so it is at most ${distance(gap)} from the best possible`
}

function telephoneLines({ byTelephone = [] }: Judgement, problem: Problem, print: Print): string[] {
  const { personById, siteById, horizon } = problem
  if (byTelephone.length === 0) return []
  const { shown, more } = cutList(byTelephone, SHOWN, print)
  const lines = shown.map(({ person, date, part, site }) => {
    const session = horizon.sessions.find((s) => s.date === date && s.part === part)
    const when = session === undefined ? `${date} ${part}` : sessionName(session, horizon)
    return `- ${personById.get(person)?.name ?? person}, ${siteById.get(site)?.name ?? site}, ${when}`
  })
  return [...wrap(TELEPHONE, print.width), ...lines.flatMap((line) => wrap(line, print.width, 2)), ...more]
}
