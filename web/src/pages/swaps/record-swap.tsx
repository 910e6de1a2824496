import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, wordsOf } from '../../api.ts'
import { addDays, mondayOf, today } from '../../parts/dates.ts'
import { SelectField } from '../../parts/fields.tsx'
import { closeModal, Modal } from '../../parts/modal.tsx'
import { colleaguesOf, type Giving, givingsOf } from '../../parts/swaps/swap-choices.ts'
import { SwapEffects } from '../../parts/swaps/swap-effects.tsx'
import type { SideAsked } from '../../parts/swaps/swap-words.ts'
import { loadPublishedWeek, type PublishedWeek } from '../../parts/week/published-week.ts'

export interface RecordSwapProps {
  readonly ods: string
  readonly done: (said: string) => void
  readonly close: () => void
}

/** A swap that two people have agreed by telephone or in person, entered by a manager. */
export function RecordSwap({ ods, done, close }: RecordSwapProps) {
  const published = usePublished(ods)
  const [chosen, choose] = useState<Chosen>({ giver: '', mine: '', taker: '', theirs: '' })
  const options = optionsFor(published.data ?? [], chosen)
  const swap = swapOf(options, chosen)
  return (
    <Modal className="rota-dialog" heading="Record a swap" close={close}>
      {published.isPending && <p role="status">Reading the published weeks…</p>}
      {published.error !== null && <p className="rota-dialog__fault">{wordsOf(published.error)}</p>}
      {published.data?.length === 0 && (
        <p>
          No week from this one on is published. Sessions of a draft are swapped on the board, by dragging one onto the
          other.
        </p>
      )}
      {options.people.length > 0 && <Fields {...{ options, chosen, choose }} />}
      {swap === null || options.week === undefined ? (
        <div className="rota-dialog__buttons">
          <button type="button" className="rota-button" onClick={closeModal}>
            Cancel
          </button>
        </div>
      ) : (
        <Checked key={JSON.stringify(swap)} {...{ ods, swap, done, close }} week={options.week} />
      )}
    </Modal>
  )
}

/** Weeks ahead in which a swap may be recorded, this one included. */
const WEEKS = 6

function usePublished(ods: string) {
  const from = mondayOf(today())
  return useQuery({
    queryKey: ['published ahead', ods, from],
    queryFn: async () => {
      const mondays = Array.from({ length: WEEKS }, (_, n) => addDays(from, 7 * n))
      const weeks = await Promise.all(mondays.map((monday) => loadPublishedWeek(ods, monday)))
      return weeks.filter((week) => week !== null)
    },
  })
}

interface Chosen {
  readonly giver: string
  readonly mine: string
  readonly taker: string
  readonly theirs: string
}

const NOTHING = 'nothing'

type Options = ReturnType<typeof optionsFor>

/** What can be chosen next, after what has been chosen. */
function optionsFor(published: readonly PublishedWeek[], chosen: Chosen) {
  const people = [...new Map(published.flatMap((week) => week.people).map((one) => [one.id, one])).values()]
  const mine = chosen.giver === '' ? [] : givingsOf(published, chosen.giver)
  const given = mine.find(({ key }) => key === chosen.mine)
  const week = published.find(({ weekFrom }) => weekFrom === given?.weekFrom)
  const takers = week === undefined ? [] : colleaguesOf(week, chosen.giver)
  const taker = takers.find(({ id }) => id === chosen.taker)
  // Accepting a swap publishes one rota, so both sessions are of the same one.
  const together = published.filter(({ rota }) => rota.from === week?.rota.from && rota.version === week.rota.version)
  const theirs = taker === undefined ? [] : givingsOf(together, taker.id)
  const taken = theirs.find(({ key }) => key === chosen.theirs)
  return { people, mine, given, week, takers, taker, theirs, taken }
}

function swapOf({ given, taker, taken }: Options, { giver, theirs }: Chosen): [SideAsked, SideAsked] | null {
  const when = theirs === NOTHING ? given : taken
  if (given === undefined || taker === undefined || when === undefined) return null
  return [
    { person: giver, date: given.date, part: given.part },
    { person: taker.id, date: when.date, part: when.part },
  ]
}

interface FieldsProps {
  readonly options: Options
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
}

const CHOOSE = { value: '', name: 'Choose' }
const asOption = ({ key, words }: Giving) => ({ value: key, name: words })

/** Each question appears once the one before it is answered. */
function Fields({ options, chosen, choose }: FieldsProps) {
  const { people, mine, given, takers, taker, theirs } = options
  return (
    <>
      <SelectField
        label="Who gives a session"
        value={chosen.giver}
        options={[CHOOSE, ...people.map(({ id, name }) => ({ value: id, name }))]}
        commit={(giver) => choose({ giver, mine: '', taker: '', theirs: '' })}
      />
      {chosen.giver !== '' && (
        <SelectField
          label="Which one"
          value={chosen.mine}
          options={[CHOOSE, ...mine.map(asOption)]}
          commit={(key) => choose({ ...chosen, mine: key, taker: '', theirs: '' })}
        />
      )}
      {given !== undefined && (
        <SelectField
          label="Who takes it"
          value={chosen.taker}
          options={[CHOOSE, ...takers.map(({ id, words }) => ({ value: id, name: words }))]}
          commit={(id) => choose({ ...chosen, taker: id, theirs: '' })}
        />
      )}
      {taker !== undefined && (
        <SelectField
          label={`${taker.name} gives`}
          value={chosen.theirs}
          options={[CHOOSE, ...theirs.map(asOption), { value: NOTHING, name: 'Nothing: they only take it' }]}
          commit={(key) => choose({ ...chosen, theirs: key })}
        />
      )}
    </>
  )
}

interface CheckedProps extends RecordSwapProps {
  readonly swap: [SideAsked, SideAsked]
  readonly week: PublishedWeek
}

/** What the rules say of it; only what they allow can be recorded. */
function Checked({ ods, swap, week, done, close }: CheckedProps) {
  const queries = useQueryClient()
  const params = { path: { ods } }
  const check = useQuery({
    queryKey: ['swap-check', ods, swap],
    queryFn: () => answered(api.POST('/v1/networks/{ods}/swap-checks', { params, body: { swap } })),
    gcTime: 0,
    retry: false,
  })
  const recording = useMutation({
    mutationFn: () => answered(api.POST('/v1/networks/{ods}/swaps', { params, body: { swap } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['swaps', ods] })
      done('The swap is recorded. Accept it below to publish it.')
      close()
    },
  })
  const fault = recording.error ?? check.error
  const nameOf = (person: string) => week.people.find(({ id }) => id === person)?.name ?? 'a colleague'
  return (
    <>
      <div aria-live="polite">
        {check.isPending && <p>Checking the rules…</p>}
        {check.data !== undefined && <SwapEffects check={check.data} nameOf={nameOf} />}
        {fault !== null && <p className="rota-dialog__fault">{wordsOf(fault)}</p>}
      </div>
      <div className="rota-dialog__buttons">
        {check.data?.allowed === true && (
          <button
            type="button"
            className="rota-button rota-button--main"
            disabled={recording.isPending}
            onClick={() => recording.mutate()}
          >
            {recording.isPending ? 'Recording…' : 'Record it'}
          </button>
        )}
        <button type="button" className="rota-button" onClick={closeModal}>
          Cancel
        </button>
      </div>
    </>
  )
}
