import type { Cover, Covers } from '../../../api.ts'
import { plural, pounds } from '../../../parts/week/figures.ts'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'

export interface CoverListProps {
  readonly plan: WeekPlan
  readonly covers: Covers
  readonly isBusy: boolean
  readonly take: (cover: Cover) => void
}

/** Answers to an absence, best first, with details to read before choosing. */
export function CoverList({ plan, covers, isBusy, take }: CoverListProps) {
  const name = plan.person.get(covers.person)?.name ?? covers.person
  return (
    <section className="rota-covers">
      <h3>
        {covers.open.length === 0
          ? `${name} has no patient sessions then.`
          : `${name} leaves ${plural(covers.open.length, 'patient session')} to cover. Your options, best first:`}
      </h3>
      <ol>
        {covers.options.map((cover) => (
          <Answer key={cover.sentence} cover={cover} isBusy={isBusy} take={take} />
        ))}
      </ol>
    </section>
  )
}

interface AnswerProps {
  readonly cover: Cover
  readonly isBusy: boolean
  readonly take: (cover: Cover) => void
}

function Answer({ cover, isBusy, take }: AnswerProps) {
  const { sentence, ask, better, worse, breaks, cost, knockOn } = cover
  const [first = sentence, ...others] = sentence.split(/(?<=\.) (?=\p{Lu})/u)
  const rest = others.join(' ')
  // Omits what the answer's own sentence already says.
  const isNews = (words: string) => !sentence.includes(words)
  return (
    <li>
      <p className="rota-covers__answer">{first}</p>
      {rest !== '' && <p>{rest}</p>}
      {ask.length > 1 && <Sentences words={ask.map((one) => one.sentence)} />}
      <Sentences words={better.filter(isNews)} kind="better" />
      <Sentences words={[...worse.filter(isNews), ...gravest(breaks)]} kind="worse" />
      <Sentences words={knockOn} />
      <p>{cost === 0 ? 'No extra cost.' : `Costs ${pounds(Math.abs(cost))} ${cost > 0 ? 'more' : 'less'}.`}</p>
      <button type="button" className="rota-button" disabled={isBusy} onClick={() => take(cover)}>
        Take this<span className="nhsuk-u-visually-hidden">: {sentence}</span>
      </button>
    </li>
  )
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
