import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useState } from 'react'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { type Found, useFoundNetworks } from './found-networks.ts'

/** Typeahead search for networks: arrow keys select, Enter opens, Escape clears. */
export function FindANetwork() {
  const ids = { box: useId(), hint: useId(), list: useId() }
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const navigate = useNavigate()
  const { found, total, error, isLooking, again } = useFoundNetworks(typed)
  const open = (network: Found) => navigate({ to: '/networks/$ods', params: { ods: network.ods } })
  const type = (text: string) => {
    setTyped(text)
    setChosen(0)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const network = found[chosen]
    if (step !== undefined && found.length > 0) setChosen((chosen + step + found.length) % found.length)
    else if (event.key === 'Enter' && network !== undefined) open(network)
    else if (event.key === 'Escape') setTyped('')
    else return
    event.preventDefault()
  }
  return (
    <div className="nhsuk-form-group rota-find">
      <label className="nhsuk-label nhsuk-label--m" htmlFor={ids.box}>
        Find your network
      </label>
      <div className="nhsuk-hint" id={ids.hint}>
        Name or code of the network or one of its practices
      </div>
      <SearchBox {...{ ids, typed, found, chosen, press }} type={type} />
      <Suggestions {...{ id: ids.list, found, chosen, open }} />
      <p aria-live="polite" className="nhsuk-body-s nhsuk-u-margin-top-2">
        {error !== null ? '' : wordsFor({ typed, isLooking, shown: found.length, total })}
      </p>
      {error !== null && <FaultNotice what="Networks could not be looked up" error={error} again={again} />}
    </div>
  )
}

interface SearchBoxProps {
  readonly ids: { readonly box: string; readonly hint: string; readonly list: string }
  readonly typed: string
  readonly found: readonly Found[]
  readonly chosen: number
  readonly type: (text: string) => void
  readonly press: (event: KeyboardEvent) => void
}

function SearchBox({ ids, typed, found, chosen, type, press }: SearchBoxProps) {
  return (
    <input
      className="nhsuk-input"
      id={ids.box}
      type="text"
      role="combobox"
      autoComplete="off"
      spellCheck={false}
      aria-autocomplete="list"
      aria-expanded={found.length > 0}
      aria-controls={ids.list}
      aria-describedby={ids.hint}
      aria-activedescendant={found.length > 0 ? `${ids.list}-${chosen}` : undefined}
      value={typed}
      onChange={(event) => type(event.target.value)}
      onKeyDown={press}
    />
  )
}

interface SuggestionsProps {
  readonly id: string
  readonly found: readonly Found[]
  readonly chosen: number
  readonly open: (network: Found) => void
}

function Suggestions({ id, found, chosen, open }: SuggestionsProps) {
  return (
    <div className="rota-find__list" id={id} role="listbox" aria-label="Networks" hidden={found.length === 0}>
      {found.map((network, n) => (
        <button
          key={network.ods}
          id={`${id}-${n}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={n === chosen}
          onClick={() => open(network)}
        >
          <strong>{network.name}</strong> {network.ods}
          <span>
            {network.practices === 1 ? '1 practice' : `${network.practices} practices`},{' '}
            {network.patients.toLocaleString('en-GB')} patients
          </span>
        </button>
      ))}
    </div>
  )
}

interface Search {
  readonly typed: string
  readonly isLooking: boolean
  readonly shown: number
  readonly total: number
}

function wordsFor({ typed, isLooking, shown, total }: Search): string {
  if (typed.trim().length < 2) return ''
  if (isLooking) return 'Looking…'
  if (total === 0) return 'No network or practice has that name or code. Try fewer letters.'
  return total > shown
    ? `${total} networks found; the first ${shown} are shown.`
    : total === 1
      ? '1 network found.'
      : `${total} networks found.`
}
