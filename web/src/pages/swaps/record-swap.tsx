import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, wordsOf } from '../../api.ts'
import { addDays, mondayOf, today } from '../../parts/dates.ts'
import { SelectField } from '../../parts/fields.tsx'
import { closeModal, Modal } from '../../parts/modal.tsx'
import { SwapAsking } from '../../parts/swaps/swap-asking.tsx'
import { type Giving, pairOptions, type Swap, swapBetween } from '../../parts/swaps/swap-choices.ts'
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
  const swap = swapBetween(chosen.giver, options, chosen.theirs === NOTHING)
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
  return { people, ...pairOptions(published, chosen) }
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
  readonly swap: Swap
  readonly week: PublishedWeek
}

function Checked({ ods, swap, week, done, close }: CheckedProps) {
  const params = { path: { ods } }
  return (
    <SwapAsking
      week={week}
      queryKey={['swap-check', ods, swap]}
      check={() => answered(api.POST('/v1/networks/{ods}/swap-checks', { params, body: { swap } }))}
      send={() => answered(api.POST('/v1/networks/{ods}/swaps', { params, body: { swap } }))}
      changes={['swaps', ods]}
      name="Record it"
      sending="Recording…"
      sent={() => {
        done('The swap is recorded. Accept it below to publish it.')
        close()
      }}
    />
  )
}
