import { memo, useCallback, useState } from 'react'
import type { MixAnswer, WeekDocument } from '../../api.ts'
import { Chart } from '../../parts/chart/chart.tsx'
import { NumberField, SelectField } from '../../parts/fields.tsx'
import { WaitingLine } from '../../parts/waiting-line.tsx'
import { plural, pounds, whole } from '../../parts/week/figures.ts'
import { payerName } from './costs.ts'
import { frontierPicture, frontierPoints } from './mix-charts.ts'
import { useMixAnswer } from './mix-queries.ts'
import type { MixSearch } from './mix-view.ts'
import { gainWords, potWords } from './money-words.ts'
import { tenth } from './session-values.tsx'

export interface BestPostsProps {
  readonly document: WeekDocument
  /** Pounds a year for further posts, and who pays for them. */
  readonly spend: number
  readonly payer: string | undefined
  readonly change: (view: MixSearch) => void
  readonly isFree: boolean
  /** True if all need due in the week is met in time already. */
  readonly isNobodyLate: boolean
}

/** The best half-time and full-time posts for a budget, and what five budgets would buy. */
export const BestPosts = memo(function BestPosts(props: BestPostsProps) {
  const { document, spend, payer, change, isFree, isNobodyLate } = props
  const [isFrontier, setIsFrontier] = useState(false)
  const question = { extra: spend, ...(payer === undefined ? {} : { funding: payer }) }
  const best = useMixAnswer(document, question, isFree && spend > 0)
  const frontier = useMixAnswer(document, { frontier: true }, isFrontier)
  const payers = [...new Set(document.roles.map(({ funding = 'core' }) => funding))]
  return (
    <section aria-labelledby="mix-best">
      <h2 className="nhsuk-heading-m" id="mix-best">
        The best posts for a budget
      </h2>
      <div className="rota-editor__fields rota-mix__fields">
        <NumberField
          label="Pounds a year more"
          value={spend === 0 ? null : spend}
          step={5000}
          max={1e7}
          commit={(pounds) => change({ spend: pounds ?? 0 })}
        />
        <SelectField
          label="For posts paid by"
          value={payer ?? ''}
          options={[{ value: '', name: 'anybody' }, ...payers.map((one) => ({ value: one, name: payerName(one) }))]}
          commit={(value) => change({ payer: value })}
        />
      </div>
      <WaitingLine query={best} doing={`Choosing posts for ${pounds(spend)} a year…`} />
      {best.data?.best !== undefined && (
        <>
          <PotLine pots={best.data.pots} payer={payer} spend={spend} />
          <Chosen best={best.data.best} isNobodyLate={isNobodyLate} />
        </>
      )}
      {!isFrontier && (
        <button type="button" className="rota-button" onClick={() => setIsFrontier(true)}>
          What would five budgets buy?
        </button>
      )}
      <WaitingLine query={frontier} doing="Choosing posts for five sums, up to a minute…" />
      {frontier.data !== undefined && <Frontier answer={frontier.data} />}
    </section>
  )
})

type Pots = MixAnswer['pots']

/** How much of the payer's scheme is left, before anything is spent. */
function PotLine({
  pots,
  payer,
  spend,
}: {
  readonly pots: Pots
  readonly payer: string | undefined
  readonly spend: number
}) {
  const pot = pots.find((one) => one.pot === payer)
  return pot === undefined ? null : <p>{potWords(pot, spend)}</p>
}

interface ChosenProps {
  readonly best: NonNullable<MixAnswer['best']>
  readonly isNobodyLate: boolean
}

export function Chosen({ best, isNobodyLate }: ChosenProps) {
  const { posts, spent, budget, reimbursed, gain, gap } = best
  if (posts.length === 0)
    return <p>No post costing up to {pounds(budget)} a year would change anything in this week.</p>
  return (
    <>
      <p>
        For {pounds(spent)} of {pounds(budget)} a year: {gainWords(gain, isNobodyLate)}{' '}
        {gap < 1e-6 ? 'No better choice of posts exists.' : `Proven to be within ${tenth(gap * 100)}% of the best.`}
      </p>
      <ul>
        {posts.map(({ title, place, halves, sessions, cost }) => (
          <li key={`${title} ${place}`}>
            {title}, {place}: {halves === 1 ? 'a half-time post' : plural(halves, 'half-time post')} ({sessions}{' '}
            sessions a week), {pounds(cost)} a year
          </li>
        ))}
      </ul>
      <p className="rota-mix__basis">
        Costs are a year’s pay, before reimbursement{claimedWords(reimbursed)}. People are at work in 44 weeks of the
        year, and paid in all 52.
      </p>
    </>
  )
}

function claimedWords(reimbursed: ChosenProps['best']['reimbursed']): string {
  const parts = [
    [reimbursed.arrs, 'from ARRS'],
    [reimbursed['practice-gp'], 'from practices’ GP reimbursement'],
  ] as const
  const claimed = parts.filter(([sum]) => sum >= 0.5).map(([sum, payer]) => `${pounds(sum)} ${payer}`)
  return claimed.length === 0 ? '' : `, of which ${claimed.join(' and ')} may be claimed`
}

function Frontier({ answer }: { readonly answer: MixAnswer }) {
  const options = useCallback(() => frontierPicture(answer), [answer])
  const gaps = answer.frontier?.map(({ gap }) => gap) ?? []
  return (
    <Chart
      title="What more money would meet"
      says={`${answer.average === undefined ? '' : `The square is England’s average team for as many patients: ${differenceWords(answer)}. `}${gaps.every((gap) => gap < 1e-6) ? 'Every point is proven to be the best.' : `Every point is proven to be within ${tenth(100 * Math.max(...gaps))}% of the best.`}`}
      options={options}
      table={{
        head: ['Mix', 'Extra pounds a year', 'Contacts met in the week', 'Of today’s contacts, left for later weeks'],
        rows: frontierPoints(answer).map(({ name, spent, met }) => [
          name,
          spent < 0 ? `−${pounds(-spent)}` : pounds(spent),
          whole(met),
          whole(answer.base.waiting - (met - answer.base.met)),
        ]),
      }}
    />
  )
}

/** "1,204 contacts a week fewer, for £412,000 a year less". */
function differenceWords({ average, base }: MixAnswer): string {
  const met = average?.gain.met ?? 0
  const cost = average?.cost ?? 0
  const contacts = `${plural(Math.round(Math.abs(met)), 'contact')} a week ${met < 0 ? 'fewer' : 'more'}`
  return `${contacts} than today’s ${whole(base.met)}, for ${pounds(Math.abs(cost))} a year ${cost < 0 ? 'less' : 'more'}`
}
