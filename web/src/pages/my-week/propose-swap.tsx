import { useState } from 'react'
import { answered, api } from '../../api.ts'
import { SelectField } from '../../parts/fields.tsx'
import { closeModal, Modal } from '../../parts/modal.tsx'
import { SwapAsking } from '../../parts/swaps/swap-asking.tsx'
import { type Giving, pairOptions, type Swap, swapBetween } from '../../parts/swaps/swap-choices.ts'
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
  const { week, taker: colleague } = options
  const swap = swapBetween(own.person, options, chosen.theirs === NOTHING)
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
  const { mine, colleague: taker, theirs } = chosen
  return pairOptions(published, { giver: me, mine, taker, theirs })
}

interface SwapFieldsProps {
  readonly options: SwapOptions
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
}

/** Each field appears once the previous one is filled in. */
function SwapFields({ options, chosen, choose }: SwapFieldsProps) {
  const { mine, given, takers: colleagues, taker: colleague, theirs, isOneOfSeveral } = options
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

interface CheckedProps extends Pick<ProposeSwapProps, 'done' | 'close'> {
  readonly swap: Swap
  readonly week: PublishedWeek
  readonly network: string
  /** The colleague's name. */
  readonly to: string
}

function Checked({ swap, week, network, to, done, close }: CheckedProps) {
  return (
    <SwapAsking
      week={week}
      queryKey={['own-swap-check', swap]}
      check={() => answered(api.POST('/v1/me/swap-checks', { body: { network, swap } }))}
      send={() => answered(api.POST('/v1/me/swaps', { body: { network, swap } }))}
      changes={OWN_KEY}
      name="Propose this swap"
      sending="Proposing…"
      note={<p>{to} will be asked first, then a manager. Nothing changes until both have agreed.</p>}
      sent={() => {
        done(`Proposed to ${to}.`)
        close()
      }}
    />
  )
}
