import { memo, useState } from 'react'
import type { ScenarioComparison, WeekDocument } from '../../api.ts'
import { WaitingLine } from '../../parts/waiting-line.tsx'
import { plural } from '../../parts/week/figures.ts'
import { keepScenarios, keptScenarios } from './kept-scenarios.ts'
import { type Depth, useComparison } from './mix-queries.ts'
import type { MixSearch } from './mix-view.ts'
import { scenarioAnswer } from './scenario-answer.ts'
import { ScenarioTable } from './scenario-table.tsx'
import { sharedWords } from './shared-words.ts'
import { isAsItIs, type Scenario, whatIfWords } from './what-ifs.ts'

/** More scenarios would take too long. */
const MOST_WITH_EVIDENCE = 5

export interface ScenariosProps {
  readonly ods: string
  readonly document: WeekDocument
  /** Scenarios to compare. */
  readonly beside: readonly Scenario[]
  readonly change: (view: MixSearch) => void
  /** The sliders' current state as a scenario. */
  readonly current: Scenario
}

/** Scenarios side by side, saved in this browser and shared through the URL. */
export const Scenarios = memo(function Scenarios({ ods, document, beside, change, current }: ScenariosProps) {
  const [depth, setDepth] = useState<Depth>('mix')
  const [isEvidence, setIsEvidence] = useState(false)
  const scenarios = isAsItIs(current) ? beside : [current, ...beside]
  const asked = { document, scenarios, isWanted: scenarios.length > 0 }
  const mixes = useComparison({ ...asked, depth: 'mix' })
  const rotas = useComparison({ ...asked, depth: 'rota', isWanted: asked.isWanted && depth === 'rota' })
  const evidence = useComparison({ ...asked, depth: 'mix', evidence: true, isWanted: asked.isWanted && isEvidence })
  const comparison =
    (depth === 'rota' ? rotas.data : undefined) ?? (isEvidence ? evidence.data : undefined) ?? mixes.data
  return (
    <section aria-labelledby="mix-scenarios">
      <h2 className="nhsuk-heading-m" id="mix-scenarios">
        Scenarios side by side
      </h2>
      <KeepScenario ods={ods} current={current} beside={beside} change={change} />
      <BesideList {...{ document, beside, change }} />
      {scenarios.length === 0 && (
        <p>Move a slider or choose a question above. What it changes appears here beside the week as it is.</p>
      )}
      <WaitingLine query={mixes} doing="Comparing mixes…" />
      {depth === 'rota' && (
        <WaitingLine
          query={rotas}
          doing={`Planning ${plural(scenarios.length + 1, 'complete rota')}, half a minute each…`}
        />
      )}
      {isEvidence && <WaitingLine query={evidence} doing="Trying both ends of every assumption, up to two minutes…" />}
      {scenarios.length > 0 && comparison !== undefined && (
        <Compared
          comparison={comparison}
          weeks={document.week.weeks ?? 1}
          isGrowing={scenarios.some(isOfOtherDemand)}
          askEvidence={
            isEvidence || depth === 'rota' || scenarios.length > MOST_WITH_EVIDENCE ? null : () => setIsEvidence(true)
          }
          askRotas={depth === 'rota' ? null : () => setDepth('rota')}
        />
      )}
    </section>
  )
})

interface ComparedProps {
  readonly comparison: ScenarioComparison
  readonly weeks: number
  /** True if a scenario has other patients or another demand than the week as it is. */
  readonly isGrowing: boolean
  /** Null if already asked, or if it can't be. */
  readonly askEvidence: (() => void) | null
  readonly askRotas: (() => void) | null
}

function isOfOtherDemand({ also }: Scenario): boolean {
  return also.some(({ kind }) => kind === 'joins' || kind === 'demand')
}

function Compared({ comparison, weeks, isGrowing, askEvidence, askRotas }: ComparedProps) {
  const [isAll, setIsAll] = useState(false)
  return (
    <>
      <ul aria-label="The answer" className="rota-mix__answer">
        {scenarioAnswer(comparison, weeks).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="rota-mix__basis">
        {comparison.depth === 'rota'
          ? 'The table shows full rotas.'
          : 'The table shows the best that any rota could do with each mix, not rotas.'}{' '}
        “Not proven” means that the figure differs between these two plans, but the service as a whole, lateness and
        waiting together, is not shown to differ the same way, so another plan that is just as good might not show it.
        {isGrowing && ' Where patients join, or ask for more or less, totals count different patients: compare shares.'}
      </p>
      <ScenarioTable comparison={comparison} isAll={isAll} />
      <div className="rota-mix__tools">
        <button type="button" className="rota-button" onClick={() => setIsAll(!isAll)}>
          {isAll ? 'Main figures only' : 'All figures'}
        </button>
        {askEvidence !== null && (
          <button type="button" className="rota-button" onClick={askEvidence}>
            Does it hold up on the evidence?
          </button>
        )}
        {askRotas !== null && (
          <button type="button" className="rota-button" onClick={askRotas}>
            Check with full rotas
          </button>
        )}
      </div>
    </>
  )
}

interface KeepScenarioProps {
  readonly ods: string
  readonly current: Scenario
  readonly beside: readonly Scenario[]
  readonly change: (view: MixSearch) => void
}

function KeepScenario({ ods, current, beside, change }: KeepScenarioProps) {
  const [kept, setKept] = useState(() => keptScenarios(ods))
  const [isCopied, setIsCopied] = useState(false)
  const store = (scenarios: Scenario[]) => {
    keepScenarios(ods, scenarios)
    setKept(scenarios)
  }
  const keep = (name: string) => {
    const own = { ...current, name }
    store([...kept.filter((one) => one.name !== own.name), own])
    change({ beside: [...beside.filter((one) => one.name !== own.name), own], more: {}, also: [] })
  }
  const others = kept.filter((one) => beside.every((other) => other.name !== one.name))
  return (
    <div className="rota-mix__keep">
      {!isAsItIs(current) && <KeepForm keep={keep} />}
      <button
        type="button"
        className="rota-button"
        onClick={() => void navigator.clipboard?.writeText(window.location.href).then(() => setIsCopied(true))}
      >
        Copy a link to this page
      </button>
      <span role="status">{isCopied && ` Copied. ${sharedWords(window.location.hostname)}`}</span>
      {others.length > 0 && (
        <KeptList
          scenarios={others}
          setBeside={(one) => change({ beside: [...beside, one] })}
          forget={(one) => store(kept.filter((other) => other !== one))}
        />
      )}
    </div>
  )
}

function KeepForm({ keep }: { readonly keep: (name: string) => void }) {
  const [name, setName] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') keep(name.trim())
      }}
    >
      <label htmlFor="mix-name">Save these sliders as</label>
      <input
        id="mix-name"
        className="nhsuk-input"
        value={name}
        maxLength={80}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="rota-button" disabled={name.trim() === ''}>
        Keep
      </button>
    </form>
  )
}

interface KeptListProps {
  readonly scenarios: readonly Scenario[]
  readonly setBeside: (scenario: Scenario) => void
  readonly forget: (scenario: Scenario) => void
}

function KeptList({ scenarios, setBeside, forget }: KeptListProps) {
  return (
    <ul aria-label="Kept in this browser">
      {scenarios.map((one) => (
        <li key={one.name}>
          {one.name}{' '}
          <button type="button" className="rota-link" onClick={() => setBeside(one)}>
            Set beside<span className="nhsuk-u-visually-hidden">: {one.name}</span>
          </button>{' '}
          <button type="button" className="rota-link" onClick={() => forget(one)}>
            Forget<span className="nhsuk-u-visually-hidden">: {one.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

interface BesideListProps {
  readonly document: WeekDocument
  readonly beside: readonly Scenario[]
  readonly change: (view: MixSearch) => void
}

function BesideList({ document, beside, change }: BesideListProps) {
  if (beside.length === 0) return null
  return (
    <ul aria-label="Side by side">
      {beside.map((scenario) => (
        <li key={scenario.name}>
          <strong>{scenario.name}</strong>: {scenarioWords(scenario, document)}{' '}
          <button
            type="button"
            className="rota-link"
            onClick={() =>
              change({ more: scenario.more, also: scenario.also, beside: beside.filter((one) => one !== scenario) })
            }
          >
            Move the sliders there<span className="nhsuk-u-visually-hidden">: {scenario.name}</span>
          </button>{' '}
          <button
            type="button"
            className="rota-link"
            onClick={() => change({ beside: beside.filter((one) => one !== scenario) })}
          >
            Take away<span className="nhsuk-u-visually-hidden">: {scenario.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** "+16 sessions of physio; a practice of 4,000 joins". */
export function scenarioWords({ more, also }: Scenario, document: WeekDocument): string {
  const titleOf = (role: string) => document.roles.find(({ id }) => id === role)?.title ?? role
  const sessions = Object.entries(more).map(
    ([role, n]) => `${n > 0 ? '+' : '−'}${plural(Math.abs(n), 'session')} of ${titleOf(role)}`,
  )
  return [...sessions, ...also.map((whatIf) => whatIfWords(whatIf, document))].join('; ') || 'as it is'
}
