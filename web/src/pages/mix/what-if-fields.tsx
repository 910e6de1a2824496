import { useState } from 'react'
import type { WeekDocument } from '../../api.ts'
import { NumberField, SelectField } from '../../parts/fields.tsx'
import { type WhatIf, whatIfWords } from './what-ifs.ts'

type Kind = WhatIf['kind']

const KINDS: readonly { readonly value: Kind; readonly name: string }[] = [
  { value: 'joins', name: 'a practice joins' },
  { value: 'gps-lose', name: 'GPs lose sessions' },
  { value: 'hub', name: 'a role moves to a hub' },
  { value: 'duty-desk', name: 'one duty doctor for all' },
  { value: 'demand', name: 'patients ask for more or less' },
]

export interface WhatIfFieldsProps {
  readonly document: WeekDocument
  readonly also: readonly WhatIf[]
  readonly change: (also: readonly WhatIf[]) => void
}

/** What else is different, besides sessions: each can be taken back by itself. */
export function WhatIfFields({ document, also, change }: WhatIfFieldsProps) {
  const [kind, setKind] = useState<Kind>('demand')
  const [draft, setDraft] = useState({
    patients: 4000,
    percent: 10,
    role: document.roles[0]?.id ?? '',
    site: document.sites[0]?.id ?? '',
  })
  const isOne = document.sites.length === 1
  const made = whatIfOf(kind, draft)
  return (
    <section aria-labelledby="mix-also" className="rota-mix__also">
      <h2 className="nhsuk-heading-s" id="mix-also">
        What else changes
      </h2>
      {also.length > 0 && (
        <ul>
          {also.map((whatIf) => (
            <li key={JSON.stringify(whatIf)}>
              {whatIfWords(whatIf, document)}{' '}
              <button type="button" className="rota-link" onClick={() => change(also.filter((one) => one !== whatIf))}>
                Take back<span className="nhsuk-u-visually-hidden">: {whatIfWords(whatIf, document)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Add something</span>
        </summary>
        <div className="nhsuk-details__text rota-editor__fields">
          <SelectField
            label="What happens"
            value={kind}
            options={KINDS.filter(({ value }) => !isOne || (value !== 'hub' && value !== 'duty-desk'))}
            commit={(value) => setKind(KINDS.find((one) => one.value === value)?.value ?? kind)}
          />
          {kind === 'joins' && (
            <NumberField
              label="Patients"
              value={draft.patients}
              min={500}
              max={100_000}
              step={500}
              commit={(patients) => setDraft({ ...draft, patients: patients ?? draft.patients })}
            />
          )}
          {(kind === 'gps-lose' || kind === 'demand') && (
            <NumberField
              label={kind === 'demand' ? 'More (or, with a minus, less)' : 'Of their sessions'}
              value={draft.percent}
              min={kind === 'demand' ? -50 : 1}
              max={100}
              unit="%"
              commit={(percent) => setDraft({ ...draft, percent: percent ?? draft.percent })}
            />
          )}
          {kind === 'hub' && (
            <>
              <SelectField
                label="Role"
                value={draft.role}
                options={document.roles.map(({ id, title }) => ({ value: id, name: title }))}
                commit={(role) => setDraft({ ...draft, role })}
              />
              <SelectField
                label="Practice"
                value={draft.site}
                options={document.sites.map(({ id, name }) => ({ value: id, name }))}
                commit={(site) => setDraft({ ...draft, site })}
              />
            </>
          )}
          <button
            type="button"
            className="rota-button"
            onClick={() => change([...also.filter((one) => one.kind !== kind), made])}
          >
            Add
          </button>
        </div>
      </details>
    </section>
  )
}

interface Draft {
  readonly patients: number
  readonly percent: number
  readonly role: string
  readonly site: string
}

function whatIfOf(kind: Kind, { patients, percent, role, site }: Draft): WhatIf {
  switch (kind) {
    case 'joins':
      return { kind, patients }
    case 'gps-lose':
      return { kind, share: Math.abs(percent) / 100 }
    case 'hub':
      return { kind, role, site }
    case 'duty-desk':
      return { kind }
    case 'demand':
      return { kind, factor: 1 + percent / 100 }
  }
}
