import type { NetworkRecord, WeekDocument } from '../../api.ts'
import { NumberField, SelectField } from '../../parts/fields.tsx'
import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { DemandEvents } from './demand-events.tsx'

export interface OrdinaryWeekProps {
  readonly record: NetworkRecord
  readonly needs: WeekDocument['needs']
  /** The site chosen above; null for all. */
  readonly site: string | null
  readonly changes: RecordChanges
  readonly mayEdit: boolean
}

type Demand = NonNullable<NetworkRecord['demand']>

/** The record's figures for an ordinary week, editable. */
export function OrdinaryWeek({ record, needs, site, changes, mayEdit }: OrdinaryWeekProps) {
  const demand: Demand = record.demand ?? {}
  const at = record.sites.find(({ id }) => id === site) ?? record.sites[0]
  if (at === undefined) return null
  const set = (what: string, apply: (demand: Demand) => Demand) =>
    changes.make({ what, apply: (now) => ({ ...now, demand: apply(now.demand ?? {}) }) })
  return (
    <section>
      <h2 className="nhsuk-heading-m">An ordinary week at {at.name}</h2>
      <p>{SOURCES[demand.source ?? 'atlas']} Season, bank holidays and the events below change a week from it.</p>
      <SelectField
        label="Same-day need is planned for"
        value={demand.plan ?? 'p80'}
        isOff={!mayEdit}
        options={PLANS}
        commit={(plan) =>
          set(`Same-day need is planned for ${plan === 'mean' ? 'an average day' : 'a busy day'}`, (now) => ({
            ...now,
            plan: plan === 'mean' ? 'mean' : 'p80',
          }))
        }
      />
      <div className="rota-editor__fields rota-ordinary">
        {needs.map(({ id, title }) => (
          <NumberField
            key={`${at.id} ${id}`}
            label={title}
            unit="a week"
            step={0.01}
            isOff={!mayEdit}
            value={demand.weekly?.find((row) => row.site === at.id && row.need === id)?.contacts ?? null}
            commit={(contacts) =>
              contacts !== null &&
              set(`${title}: ${contacts} contacts in an ordinary week at ${at.name}`, (now) => ({
                ...now,
                weekly: [
                  ...(now.weekly ?? []).filter((row) => row.site !== at.id || row.need !== id),
                  { site: at.id, need: id, contacts },
                ],
              }))
            }
          />
        ))}
      </div>
      <DemandEvents {...{ events: demand.events ?? [], needs, mayEdit, set }} />
    </section>
  )
}

const SOURCES = {
  atlas: 'From open data: England’s rates for this practice’s patients. Leave a field empty to use England’s rate.',
  own: 'Your own figures. An empty field means no demand.',
  imported: 'Imported figures. An empty field means no demand.',
} as const

const PLANS = [
  { value: 'p80', name: 'a busy day (only one day in five is busier)' },
  { value: 'mean', name: 'an average day' },
]
