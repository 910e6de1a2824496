import { useMemo } from 'react'
import type { Assignment, Cover, Covers } from '../../../api.ts'
import { workWords } from '../../../parts/week/cells.ts'
import { type Figures, plural } from '../../../parts/week/figures.ts'
import { compareOutcomes, type Outcome, outcomeWords, verdictOf } from '../../../parts/week/outcome.ts'
import { changesBetween } from '../../../parts/week/steps.ts'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import { type Effects, useEffects } from '../menu/use-effects.ts'

export interface CoverListProps {
  readonly plan: WeekPlan
  /** The rota as it is, and its figures. */
  readonly assignments: readonly Assignment[]
  readonly figures: Figures | null
  readonly covers: Covers
  readonly isBusy: boolean
  readonly take: (cover: Cover) => void
}

/** Answers to an absence: each says what the whole week comes to with it, and the best of that comes first. */
export function CoverList({ plan, assignments, figures, covers, isBusy, take }: CoverListProps) {
  const name = plan.person.get(covers.person)?.name ?? covers.person
  const trials = useMemo(
    () =>
      covers.options.map(({ sentence, rota }) => ({
        key: sentence,
        placings: changesBetween(assignments, rota.assignments),
      })),
    [covers, assignments],
  )
  const effects = useEffects({ document: covers.document, assignments, figures, trials })
  const isDone = covers.options.every(({ sentence }) => effects.has(sentence))
  const options = isDone ? bestFirst(covers.options, effects) : covers.options
  return (
    <section className="rota-covers">
      <h3>
        {covers.open.length === 0
          ? `${name} has no patient sessions then.`
          : `${name} leaves ${plural(covers.open.length, 'patient session')} to cover. Your options:`}
      </h3>
      <p role="status">{isDone ? 'Best for the whole week first.' : 'Working out what each does to the whole week…'}</p>
      <ol>
        {options.map((cover) => (
          <Answer
            key={cover.sentence}
            {...{ plan, cover, isBusy, take }}
            effect={effects.get(cover.sentence)}
            left={leftOpen(covers, cover)}
          />
        ))}
      </ol>
    </section>
  )
}

/** By what each does to the week; options that are alike stay in the order of the service. */
function bestFirst(options: readonly Cover[], effects: Effects): readonly Cover[] {
  return [...options].sort((a, b) => {
    const [first, second] = [effects.get(a.sentence), effects.get(b.sentence)]
    return first == null || second == null ? 0 : compareOutcomes(first, second)
  })
}

/** The absent person's sessions that nobody is asked to take. */
function leftOpen({ open }: Covers, { ask }: Cover): Covers['open'] {
  return open.filter(
    ({ date, part, site, work }) =>
      !ask.some((one) => one.date === date && one.part === part && one.site === site && one.work === work),
  )
}

interface AnswerProps {
  readonly plan: WeekPlan
  readonly cover: Cover
  /** Undefined while it is being worked out; null if the service could not say. */
  readonly effect: Outcome | null | undefined
  readonly left: Covers['open']
  readonly isBusy: boolean
  readonly take: (cover: Cover) => void
}

function Answer({ plan, cover, effect, left, isBusy, take }: AnswerProps) {
  const { sentence, ask, worse, breaks, knockOn } = cover
  const [first = sentence, ...others] = sentence.split(/(?<=\.) (?=\p{Lu})/u)
  const rest = others.join(' ')
  // Omits what the answer's own sentence already says.
  const isNews = (words: string) => !sentence.includes(words)
  return (
    <li>
      <p className="rota-covers__answer">{first}</p>
      {effect != null && (
        <p>
          <strong>The week then:</strong> <span data-effect={verdictOf(effect)}>{outcomeWords(effect)}</span>
        </p>
      )}
      {rest !== '' && <p>{rest}</p>}
      {ask.length > 1 && <Sentences words={ask.map((one) => one.sentence)} />}
      <Sentences words={[...worse.filter(isNews), ...gravest(breaks)]} kind="worse" />
      <Sentences words={knockOn} />
      <Sentences words={left.map((one) => ringWords(plan, one))} />
      <button type="button" className="rota-button" disabled={isBusy} onClick={() => take(cover)}>
        Take this<span className="nhsuk-u-visually-hidden">: {sentence}</span>
      </button>
    </li>
  )
}

/** "Nobody takes the clinic at Alder Road on Tuesday 1 December, afternoon: ring the patients booked into it." */
function ringWords(plan: WeekPlan, open: Covers['open'][number]): string {
  const session = plan.sessions.find(({ date, part }) => date === open.date && part === open.part)
  const nobody = `Nobody takes the ${workWords(plan, open)} on ${session?.long ?? open.date}`
  return open.work === 'clinic' || open.work === 'visits'
    ? `${nobody}: ring the patients booked into it.`
    : `${nobody}.`
}

/** Levels whose findings need a decision; waiting times are covered by the figures above. */
const DECIDED: readonly string[] = ['never', 'safety', 'urgent', 'wellbeing']
const SHOWN = 4

function gravest(breaks: Cover['breaks']): readonly string[] {
  const told = breaks.filter(({ level }) => DECIDED.includes(level)).map(({ sentence }) => sentence)
  return told.length > SHOWN ? [...told.slice(0, SHOWN), `And ${told.length - SHOWN} more.`] : told
}

function Sentences({ words, kind }: { readonly words: readonly string[]; readonly kind?: 'better' | 'worse' }) {
  const once = [...new Set(words)]
  if (once.length === 0) return null
  return (
    <ul data-effect={kind}>
      {once.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
