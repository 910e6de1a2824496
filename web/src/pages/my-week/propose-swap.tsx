import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, wordsOf } from '../../api.ts'
import { SelectField } from '../../parts/fields.tsx'
import { closeModal, Modal } from '../../parts/modal.tsx'
import { colleaguesOf, type Giving, givingsOf } from '../../parts/swaps/swap-choices.ts'
import { SwapEffects } from '../../parts/swaps/swap-effects.tsx'
import type { SideAsked } from '../../parts/swaps/swap-words.ts'
import type { PublishedWeek } from '../../parts/week/published-week.ts'
import { OWN_KEY, type OwnData } from './own-data.ts'

export interface ProposeSwapProps {
  readonly own: OwnData['people'][number]
  readonly published: readonly PublishedWeek[]
  readonly done: (said: string) => void
  readonly close: () => void
}

/** Choose one's own session and a colleague's, see the rules' verdict, then propose the swap. */
export function ProposeSwap({ own, published, done, close }: ProposeSwapProps) {
  const [chosen, choose] = useState<Chosen>({ mine: '', colleague: '', theirs: '' })
  const options = optionsFor(published, own.person, chosen)
  const { week, colleague } = options
  const swap = swapOf(own.person, options, chosen.theirs === NOTHING)
  return (
    <Modal className="rota-dialog" heading="Swap a session" close={close}>
      <SwapFields {...{ options, chosen, choose }} />
      {swap === null || week === undefined || colleague === undefined ? (
        <div className="rota-dialog__buttons">
          <button type="button" className="rota-button" onClick={closeModal}>
            Cancel
          </button>
        </div>
      ) : (
        <Checked
          key={JSON.stringify(swap)}
          {...{ swap, week, done, close }}
          to={colleague.name}
          network={own.network}
        />
      )}
    </Modal>
  )
}

interface Chosen {
  readonly mine: string
  readonly colleague: string
  readonly theirs: string
}

type SwapOptions = ReturnType<typeof optionsFor>

/** Options for the next choice, given the choices so far. */
function optionsFor(published: readonly PublishedWeek[], me: string, chosen: Chosen) {
  const mine = givingsOf(published, me)
  const given = mine.find(({ key }) => key === chosen.mine)
  const week = published.find(({ weekFrom }) => weekFrom === given?.weekFrom)
  const colleagues = week === undefined ? [] : colleaguesOf(week, me)
  const colleague = colleagues.find(({ id }) => id === chosen.colleague)
  const together = published.filter(({ rota }) => rota.from === week?.rota.from && rota.version === week.rota.version)
  const theirs = colleague === undefined ? [] : givingsOf(together, colleague.id)
  const taken = theirs.find(({ key }) => key === chosen.theirs)
  const isOneOfSeveral = together.length < published.length
  return { mine, given, week, colleagues, colleague, theirs, taken, isOneOfSeveral }
}

interface SwapFieldsProps {
  readonly options: SwapOptions
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
}

/** Each field appears once the previous one is filled in. */
function SwapFields({ options, chosen, choose }: SwapFieldsProps) {
  const { mine, given, colleagues, colleague, theirs, isOneOfSeveral } = options
  return (
    <>
      <SelectField
        label="You give"
        value={chosen.mine}
        options={[CHOOSE, ...mine.map(asOption)]}
        commit={(key) => choose({ mine: key, colleague: '', theirs: '' })}
      />
      {given !== undefined && (
        <SelectField
          label="To"
          value={chosen.colleague}
          options={[CHOOSE, ...colleagues.map(({ id, words }) => ({ value: id, name: words }))]}
          commit={(id) => choose({ ...chosen, colleague: id, theirs: '' })}
        />
      )}
      {colleague !== undefined && (
        <SelectField
          label={`${colleague.name} gives`}
          hint={isOneOfSeveral ? APART : 'From the weeks published together with yours'}
          value={chosen.theirs}
          options={[CHOOSE, ...theirs.map(asOption), { value: NOTHING, name: 'Nothing: they only take yours' }]}
          commit={(key) => choose({ ...chosen, theirs: key })}
        />
      )}
    </>
  )
}

const CHOOSE = { value: '', name: 'Choose' }
/** Accepting a swap publishes one rota; across two, the second could fail after the first and leave half a swap. */
const APART =
  'From the weeks published together with yours. For a week published separately, ask a manager to move both sessions on the board.'
const NOTHING = 'nothing'
const asOption = ({ key, words }: Giving) => ({ value: key, name: words })

type Swap = [SideAsked, SideAsked]

/** Null until both sides are chosen. A person who gives nothing is included with the time of the other's session. */
function swapOf(me: string, { given, colleague, taken }: SwapOptions, isGift: boolean): Swap | null {
  const when = isGift ? given : taken
  if (given === undefined || colleague === undefined || when === undefined) return null
  return [
    { person: me, date: given.date, part: given.part },
    { person: colleague.id, date: when.date, part: when.part },
  ]
}

interface CheckedProps extends Pick<ProposeSwapProps, 'done' | 'close'> {
  readonly swap: Swap
  readonly week: PublishedWeek
  readonly network: string
  /** The colleague's name. */
  readonly to: string
}

/** Whether the rules allow the swap, and whom it affects. Only allowed swaps can be proposed. */
function Checked({ swap, week, network, to, done, close }: CheckedProps) {
  const queries = useQueryClient()
  const check = useQuery({
    queryKey: ['own-swap-check', swap],
    queryFn: () => answered(api.POST('/v1/me/swap-checks', { body: { network, swap } })),
    gcTime: 0,
    retry: false,
  })
  const proposing = useMutation({
    mutationFn: () => answered(api.POST('/v1/me/swaps', { body: { network, swap } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: OWN_KEY })
      done(`Proposed to ${to}.`)
      close()
    },
  })
  const fault = proposing.error ?? check.error
  const nameOf = (person: string) => week.people.find(({ id }) => id === person)?.name ?? 'a colleague'
  return (
    <>
      <div aria-live="polite">
        {check.isPending && <p>Checking the rules…</p>}
        {check.data !== undefined && <SwapEffects check={check.data} nameOf={nameOf} />}
        {check.data?.allowed === true && (
          <p>{to} will be asked first, then a manager. Nothing changes until both have agreed.</p>
        )}
        {fault !== null && <p className="rota-dialog__fault">{wordsOf(fault)}</p>}
      </div>
      <div className="rota-dialog__buttons">
        {check.data?.allowed === true && (
          <button
            type="button"
            className="rota-button rota-button--main"
            disabled={proposing.isPending}
            onClick={() => proposing.mutate()}
          >
            {proposing.isPending ? 'Proposing…' : 'Propose this swap'}
          </button>
        )}
        <button type="button" className="rota-button" onClick={closeModal}>
          Cancel
        </button>
      </div>
    </>
  )
}
