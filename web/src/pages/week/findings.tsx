import type { Action, Finding } from '../../api.ts'
import type { Figures } from '../../parts/week/figures.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'

export interface FindingsProps {
  readonly plan: WeekPlan
  readonly figures: Figures
  /** Takes the reader to a finding's place on the board. */
  readonly show: (finding: Finding) => void
}

const WHO: Readonly<Record<Action['who'], string>> = {
  practice: 'Practice managers',
  network: 'The network',
  partner: 'Partner organisations',
  director: 'Whoever approves money and posts',
}

/** What can be done, grouped by who can do it; below it what the rules found, place by place. */
export function Findings({ plan, figures, show }: FindingsProps) {
  const { actions, findings } = figures
  const groups = groupsOf(plan, actions)
  return (
    <div className="rota-findings">
      <h2>To do ({actions.length})</h2>
      {actions.length === 0 && <p>Nothing. Every rule is kept and nobody waits too long.</p>}
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
      <PlaceByPlace findings={findings} show={show} />
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
      <p>{sentence}</p>
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

/** In the order of the actions, which have the gravest first. */
function groupsOf(plan: WeekPlan, actions: readonly Action[]): readonly Group[] {
  const byWho = new Map<string, Action[]>()
  for (const action of actions) {
    const site = action.site === undefined ? undefined : plan.site.get(action.site)?.name
    const who = action.who === 'practice' && site !== undefined ? site : WHO[action.who]
    byWho.set(who, [...(byWho.get(who) ?? []), action])
  }
  return [...byWho].map(([who, own]) => ({ who, actions: own }))
}

/** More at once help nobody. */
const SHOWN = 12

function PlaceByPlace({ findings, show }: Pick<FindingsProps, 'show'> & { readonly findings: readonly Finding[] }) {
  const placed = findings.filter(({ level }) => level !== 'cost' && level !== 'wish')
  if (placed.length === 0) return null
  return (
    <details className="rota-findings__all">
      <summary>Each finding by itself ({placed.length})</summary>
      <ul>
        {placed.slice(0, SHOWN).map((finding) => (
          <li key={`${finding.rule}${finding.sentence}`} data-level={finding.level}>
            {finding.sentence}{' '}
            {(finding.date !== undefined || finding.people.length > 0 || finding.site !== undefined) && (
              <button type="button" className="rota-link" onClick={() => show(finding)}>
                Show<span className="nhsuk-u-visually-hidden"> on the board: {finding.sentence}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {placed.length > SHOWN && <p>And {placed.length - SHOWN} more of less weight.</p>}
    </details>
  )
}
