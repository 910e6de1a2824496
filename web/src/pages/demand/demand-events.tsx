import { useState } from 'react'
import type { NetworkRecord, WeekDocument } from '../../api.ts'
import { addDays, isDay, mondayOf, plainDay, today } from '../../parts/dates.ts'
import { NumberField, SelectField, TextField } from '../../parts/fields.tsx'

type Demand = NonNullable<NetworkRecord['demand']>
type Event = NonNullable<Demand['events']>[number]

export interface DemandEventsProps {
  readonly events: readonly Event[]
  readonly needs: WeekDocument['needs']
  readonly mayEdit: boolean
  readonly set: (what: string, apply: (demand: Demand) => Demand) => void
}

/** Periods with more or less demand than usual: a campaign, an outbreak, a neighbouring practice closed. */
export function DemandEvents({ events, needs, mayEdit, set }: DemandEventsProps) {
  const words = ({ from, to, need, factor }: Event) =>
    `${needs.find(({ id }) => id === need)?.title ?? 'Everything'}: ${Math.round(factor * 100)}% of usual, ${plainDay(from)} to ${plainDay(to)}`
  const remove = (event: Event) =>
    set(`No longer ${words(event)}`, (now) => ({
      ...now,
      events: (now.events ?? []).filter((one) => JSON.stringify(one) !== JSON.stringify(event)),
    }))
  return (
    <>
      <h3 className="nhsuk-heading-s">Unusual periods</h3>
      {events.length === 0 && (
        <p>None. For example a flu clinic, an outbreak, or a neighbouring practice that closes.</p>
      )}
      <ul>
        {events.map((event) => (
          <li key={words(event)}>
            {words(event)}{' '}
            {mayEdit && (
              <button type="button" className="rota-link" onClick={() => remove(event)}>
                Remove
                <span className="nhsuk-u-visually-hidden"> {words(event)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <NewEvent
          needs={needs}
          add={(event) => set(words(event), (now) => ({ ...now, events: [...(now.events ?? []), event] }))}
        />
      )}
    </>
  )
}

interface NewEventProps {
  readonly needs: WeekDocument['needs']
  readonly add: (event: Event) => void
}

function NewEvent({ needs, add }: NewEventProps) {
  const monday = addDays(mondayOf(today()), 7)
  const [given, setGiven] = useState({ need: '', from: monday, to: addDays(monday, 4), share: 120 })
  const set = (changed: Partial<typeof given>) => setGiven((before) => ({ ...before, ...changed }))
  const { need, from, to, share } = given
  return (
    <div className="rota-editor__fields">
      <SelectField
        label="What"
        value={need}
        options={[{ value: '', name: 'Everything' }, ...needs.map(({ id, title }) => ({ value: id, name: title }))]}
        commit={(chosen) => set({ need: chosen })}
      />
      <TextField label="From" type="date" value={from} commit={(day) => set({ from: day })} />
      <TextField label="To" type="date" value={to} commit={(day) => set({ to: day })} />
      <NumberField
        label="Of usual"
        unit="%"
        value={share}
        max={1000}
        commit={(now) => now !== null && set({ share: now })}
      />
      <button
        type="button"
        className="rota-button"
        disabled={!isDay(from) || !isDay(to)}
        onClick={() => add({ from, to, factor: share / 100, ...(need === '' ? {} : { need }) })}
      >
        Add
      </button>
    </div>
  )
}
