import { memo } from 'react'
import type { WeekDocument } from '../../api.ts'
import type { MixSearch } from './mix-view.ts'
import type { Scenario, WhatIf } from './what-ifs.ts'

export interface QuestionsProps {
  readonly document: WeekDocument
  readonly ask: (view: MixSearch) => void
}

interface Question {
  readonly words: string
  readonly view: MixSearch
  /** The section of the page that shows the answer. */
  readonly at: 'mix-results' | 'mix-scenarios' | 'mix-best'
}

/** Common questions from directors, one click each. */
export const Questions = memo(function Questions({ document, ask }: QuestionsProps) {
  const show = ({ view, at }: Question) => {
    ask(view)
    globalThis.document.getElementById(at)?.scrollIntoView({ block: 'start' })
  }
  return (
    <section aria-labelledby="mix-questions" className="rota-mix__questions">
      <h2 className="nhsuk-heading-s" id="mix-questions">
        Ask
      </h2>
      <ul>
        {questionsOf(document).map((question) => (
          <li key={question.words}>
            <button type="button" className="rota-button" onClick={() => show(question)}>
              {question.words}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
})

const GP_LOSS: Question = {
  words: 'We lose 10% of GP sessions in this week',
  at: 'mix-results',
  view: { more: {}, also: [{ kind: 'gps-lose', share: 0.1 }] },
}

function questionsOf(document: WeekDocument): Question[] {
  const has = (role: string) => document.roles.some(({ id }) => id === role)
  const works = (role: string) => document.people.some((person) => person.role === role)
  const scenario = (name: string, more: Scenario['more'], also: readonly WhatIf[] = []): Scenario => ({
    name,
    more,
    also,
  })
  const alone = (also: WhatIf): MixSearch => ({ more: {}, also: [also] })
  const largest = [...document.sites].sort((a, b) => b.patients - a.patients)[0]
  const pharmacist = ['pharmacist', 'practice-pharmacist'].find(works)
  const nurse = ['practice-nurse', 'nurse'].find(works)
  return [
    ...(has('physio') && has('anp')
      ? [
          {
            words: 'Two physios or one ANP?',
            at: 'mix-scenarios' as const,
            view: { beside: [scenario('Two physios', { physio: 16 }), scenario('One ANP', { anp: 8 })] },
          },
        ]
      : []),
    { words: 'A practice of 4,000 joins', at: 'mix-results', view: alone({ kind: 'joins', patients: 4000 }) },
    GP_LOSS,
    ...(pharmacist !== undefined && largest !== undefined && document.sites.length > 1
      ? [
          {
            words: 'Pharmacists move to a hub',
            at: 'mix-results' as const,
            view: alone({ kind: 'hub', role: pharmacist, site: largest.id }),
          },
        ]
      : []),
    { words: 'Best use of the last £50,000 of ARRS', at: 'mix-best', view: { spend: 50_000, payer: 'arrs' } },
    ...(nurse !== undefined && has('anp')
      ? [
          {
            words: 'What if we train two nurses?',
            at: 'mix-scenarios' as const,
            view: {
              beside: [
                scenario('While two nurses train', {}, [{ kind: 'training', role: nurse, sessions: 4 }]),
                scenario('Once both are ANPs', { [nurse]: -16, anp: 16 }),
              ],
            },
          },
        ]
      : []),
  ]
}
