import { memo, useState } from 'react'
import type { WeekDocument } from '../../api.ts'
import { NumberField, SelectField } from '../../parts/fields.tsx'
import { type WhatIf, whatIfWords } from './what-ifs.ts'

/** Training is offered as a question, with the role that follows it. */
type Kind = Exclude<WhatIf['kind'], 'training'>

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
  readonly change: (view: { readonly also: readonly WhatIf[] }) => void
}

/** Changes apart from sessions; each can be removed separately. */
export const WhatIfFields = memo(function WhatIfFields({ document, also, change }: WhatIfFieldsProps) {
  return (
    <section aria-labelledby="mix-also" className="rota-mix__also">
      <h2 className="nhsuk-heading-s" id="mix-also">
        What else changes
      </h2>
      {also.length > 0 && <TakenBack {...{ document, also, change }} />}
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Add a change</span>
        </summary>
        <AddWhatIf
          document={document}
          add={(made) => change({ also: [...also.filter((one) => one.kind !== made.kind), made] })}
        />
      </details>
    </section>
  )
})

function TakenBack({ document, also, change }: WhatIfFieldsProps) {
  return (
    <ul>
      {also.map((whatIf) => (
        <li key={JSON.stringify(whatIf)}>
          {whatIfWords(whatIf, document)}{' '}
          <button
            type="button"
            className="rota-link"
            onClick={() => change({ also: also.filter((one) => one !== whatIf) })}
          >
            Remove<span className="nhsuk-u-visually-hidden">: {whatIfWords(whatIf, document)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function AddWhatIf({ document, add }: { readonly document: WeekDocument; readonly add: (made: WhatIf) => void }) {
  const { roles, sites } = document
  const [kind, setKind] = useState<Kind>('demand')
  const [draft, setDraft] = useState<Draft>({
    patients: 4000,
    percent: 10,
    role: roles[0]?.id ?? '',
    site: sites[0]?.id ?? '',
  })
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed })
  return (
    <div className="nhsuk-details__text rota-editor__fields">
      <SelectField
        label="What happens"
        value={kind}
        options={KINDS.filter(({ value }) => sites.length > 1 || (value !== 'hub' && value !== 'duty-desk'))}
        commit={(value) => setKind(KINDS.find((one) => one.value === value)?.value ?? kind)}
      />
      <KindFields {...{ kind, draft, change, document }} />
      <button type="button" className="rota-button" onClick={() => add(whatIfOf(kind, draft))}>
        Add
      </button>
    </div>
  )
}

interface KindFieldsProps {
  readonly kind: Kind
  readonly draft: Draft
  readonly change: (changed: Partial<Draft>) => void
  readonly document: WeekDocument
}

function KindFields({ kind, draft, change, document: { roles, sites } }: KindFieldsProps) {
  switch (kind) {
    case 'joins':
      return (
        <NumberField
          label="Patients"
          value={draft.patients}
          min={500}
          max={100_000}
          step={500}
          commit={(patients) => change({ patients: patients ?? draft.patients })}
        />
      )
    case 'gps-lose':
    case 'demand':
      return (
        <NumberField
          label={kind === 'demand' ? 'More (or, with a minus, less)' : 'Of their sessions'}
          value={draft.percent}
          min={kind === 'demand' ? -50 : 1}
          max={100}
          unit="%"
          commit={(percent) => change({ percent: percent ?? draft.percent })}
        />
      )
    case 'hub':
      return (
        <>
          <SelectField
            label="Role"
            value={draft.role}
            options={roles.map(({ id, title }) => ({ value: id, name: title }))}
            commit={(role) => change({ role })}
          />
          <SelectField
            label="Practice"
            value={draft.site}
            options={sites.map(({ id, name }) => ({ value: id, name }))}
            commit={(site) => change({ site })}
          />
        </>
      )
    case 'duty-desk':
      return null
  }
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
