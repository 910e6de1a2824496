import type { Action, Finding } from '../../api.ts'
import { isGap } from '../../parts/week/candidates.ts'
import type { Figures } from '../../parts/week/figures.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'

export interface FindingsProps {
  readonly plan: WeekPlan
  readonly figures: Figures
  /** Scrolls to a finding's place on the board. */
  readonly show: (finding: Finding) => void
  /** Lists people who could fill a gap; null if the board is read-only. */
  readonly whoCould: ((finding: Finding) => void) | null
}

const WHO: Readonly<Record<Action['who'], string>> = {
  practice: 'Practice managers',
  network: 'The network',
  partner: 'Partner organisations',
  director: 'Whoever approves spending and posts',
}

/** Recommended actions by person responsible; below, the rules' findings by place. */
export function Findings({ plan, figures, show, whoCould }: FindingsProps) {
  const { actions, findings } = figures
  const groups = groupsOf(plan, actions)
  return (
    <div className="rota-findings">
      <h2>To do ({actions.length})</h2>
      {actions.length === 0 && <p>Nothing to do: every rule is kept and nobody waits too long.</p>}
      {groups.map(({ who, actions }) => (
        <section key={who}>
          <h3>{who}</h3>
          <ul>
            {actions.map((action) => (
              <Todo key={`${action.fact}${action.sentence}`} action={action} />
            ))}
          </ul>
        </section>
      ))}
      <PlaceByPlace {...{ findings, show, whoCould }} />
    </div>
  )
}

const URGENCY: Readonly<Record<string, string>> = { never: 'Not allowed', safety: 'Safety', urgent: 'Urgent need' }

function Todo({ action }: { readonly action: Action }) {
  const { level, fact, sentence, why } = action
  return (
    <li data-level={level}>
      {URGENCY[level] !== undefined && <strong className="rota-findings__level">{URGENCY[level]}</strong>}
      <p className="rota-findings__fact">{fact}</p>
      {sentence !== fact && <p>{sentence}</p>}
      {why !== undefined && (
        <details>
          <summary>Why</summary>
          <p>{why}</p>
        </details>
      )}
    </li>
  )
}

interface Group {
  readonly who: string
  readonly actions: readonly Action[]
}

/** In the order of the actions, most serious first. */
function groupsOf(plan: WeekPlan, actions: readonly Action[]): readonly Group[] {
  const byWho = new Map<string, Action[]>()
  for (const action of actions) {
    const site = action.site === undefined ? undefined : plan.site.get(action.site)?.name
    const who = action.who === 'practice' && site !== undefined ? site : WHO[action.who]
    byWho.set(who, [...(byWho.get(who) ?? []), action])
  }
  return [...byWho].map(([who, own]) => ({ who, actions: own }))
}

/** Showing more at once helps nobody. */
const SHOWN = 12
const GRAVE: readonly string[] = ['never', 'safety']

/** Serious findings are shown, others on request. */
function PlaceByPlace({ findings, ...props }: PlacesProps) {
  const grave = findings.filter(({ level }) => GRAVE.includes(level))
  const others = findings.filter(({ level }) => !GRAVE.includes(level) && level !== 'cost' && level !== 'wish')
  return (
    <>
      {grave.length > 0 && (
        <section>
          <h3>Where</h3>
          <Places findings={grave} {...props} />
        </section>
      )}
      {others.length > 0 && (
        <details className="rota-findings__all">
          <summary>Everything else, by practice ({others.length})</summary>
          <Places findings={others} {...props} />
        </details>
      )}
    </>
  )
}

type PlacesProps = Pick<FindingsProps, 'show' | 'whoCould'> & { readonly findings: readonly Finding[] }

function Places({ findings, ...props }: PlacesProps) {
  const more = findings.slice(SHOWN)
  return (
    <>
      <PlaceList findings={findings.slice(0, SHOWN)} {...props} />
      {more.length > 0 && (
        <details className="rota-findings__all">
          <summary>{more.length} more</summary>
          <PlaceList findings={more} {...props} />
        </details>
      )}
    </>
  )
}

function PlaceList({ findings, show, whoCould }: PlacesProps) {
  return (
    <ul>
      {findings.map((finding) => (
        <li key={`${finding.rule}${finding.sentence}`} data-level={finding.level}>
          {finding.sentence} {isPlaced(finding) && <PlaceButton name="Show" finding={finding} press={show} />}{' '}
          {whoCould !== null && isGap(finding) && <PlaceButton name="Who could?" finding={finding} press={whoCould} />}
        </li>
      ))}
    </ul>
  )
}

function isPlaced({ date, site, people }: Finding): boolean {
  return date !== undefined || site !== undefined || people.length > 0
}

interface PlaceButtonProps {
  readonly name: string
  readonly finding: Finding
  readonly press: (finding: Finding) => void
}

function PlaceButton({ name, finding, press }: PlaceButtonProps) {
  return (
    <button type="button" className="rota-link" onClick={() => press(finding)}>
      {name}
      <span className="nhsuk-u-visually-hidden">: {finding.sentence}</span>
    </button>
  )
}
