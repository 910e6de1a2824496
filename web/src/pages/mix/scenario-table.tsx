import type { ScenarioComparison } from '../../api.ts'
import { capitalised } from './capitalised.ts'
import { differenceWords, valueWords } from './figure-words.ts'

type Compared = ScenarioComparison['scenarios'][number]
type Figure = Compared['figures'][number]

/** Figures a board reads first; the rest is behind "all figures". */
const FIRST = [
  'urgent-same-day',
  'routine-in-time',
  'in-time',
  'waiting',
  'gp-contacts',
  'cost',
  'cost-net',
  'cost:core',
  'arrs-used',
  'arrs-left',
]

export interface ScenarioTableProps {
  readonly comparison: ScenarioComparison
  readonly isAll: boolean
}

/** Scenarios side by side: each figure, with its difference if one is shown. */
export function ScenarioTable({ comparison: { scenarios }, isAll }: ScenarioTableProps) {
  const [base] = scenarios
  const known = scenarios.find(({ figures }) => figures.length > 0)?.figures ?? []
  const figures = isAll ? known : known.filter(({ id }) => FIRST.includes(id))
  return (
    <div className="rota-scroll">
      <table className="rota-table">
        <caption className="nhsuk-u-visually-hidden">Scenarios side by side</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {scenarios.map(({ name }) => (
              <th key={name} scope="col">
                {capitalised(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ id, title }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              {scenarios.map((scenario) => (
                <td key={scenario.name} data-label={capitalised(scenario.name)}>
                  <FigureCell figure={scenario.figures.find((one) => one.id === id)} isBase={scenario === base} />
                </td>
              ))}
            </tr>
          ))}
          {scenarios.some(({ evidence, figures: own }) => evidence !== undefined || own.length === 0) && (
            <tr>
              <th scope="row">On the evidence</th>
              {scenarios.map((scenario) => (
                <td key={scenario.name} data-label={capitalised(scenario.name)}>
                  {scenario === base ? '–' : <EvidenceWords scenario={scenario} />}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function FigureCell({ figure, isBase }: { readonly figure: Figure | undefined; readonly isBase: boolean }) {
  if (figure === undefined) return <>–</>
  return (
    <>
      {valueWords(figure, figure.value)}
      {!isBase && (
        <small className="rota-mix__difference" data-verdict={figure.verdict}>
          {differenceWords(figure)}
        </small>
      )}
    </>
  )
}

function EvidenceWords({ scenario: { evidence, sentence, figures } }: { readonly scenario: Compared }) {
  if (figures.length === 0) return <>{sentence ?? 'It can’t be planned.'}</>
  if (evidence === undefined) return <>not checked</>
  const [flip] = evidence.flips
  if (flip === undefined) return <>{verdictWords(evidence.conclusion)}, whatever is assumed</>
  return (
    <>
      {verdictWords(evidence.conclusion)}, but {verdictWords(flip.conclusion)} if “{flip.assumption.toLowerCase()}” are{' '}
      {flip.at} (× {flip.times})
    </>
  )
}

function verdictWords(verdict: string): string {
  return verdict === 'no difference shown' ? 'no difference shown' : `${verdict} than now`
}
