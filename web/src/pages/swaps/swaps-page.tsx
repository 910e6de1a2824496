import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import { useHasSignIn, useMayEdit } from '../../parts/access/use-caller.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { NetworkHead } from '../../parts/network/network-head.tsx'
import { useKnownRecord } from '../../parts/record/known-record.ts'
import { isOpen, type StoredSwap } from '../../parts/swaps/swap-words.ts'
import { AcceptSwap, RefuseSwap } from './decide-swap.tsx'
import { RecordSwap } from './record-swap.tsx'
import { SwapCard } from './swap-card.tsx'
import { useNames } from './use-names.ts'

const route = getRouteApi('/networks/$ods/swaps')

/** `/networks/{ods}/swaps`: proposed swaps, to accept or refuse. */
export function SwapsPage() {
  const { ods } = route.useParams()
  const record = useKnownRecord(ods)
  const query = useQuery({
    queryKey: ['swaps', ods],
    queryFn: () => answered(api.GET('/v1/networks/{ods}/swaps', { params: { path: { ods }, query: {} } })),
    refetchOnWindowFocus: true,
  })
  return (
    <div className="rota-swaps">
      <NetworkHead ods={ods} name={record.data?.record.network.name} title="Swaps" />
      {query.isPending && <p role="status">Loading the swaps…</p>}
      {query.isError && (
        <FaultNotice what="Swaps could not be read" error={query.error} again={() => void query.refetch()} />
      )}
      {query.data !== undefined && <KnownSwaps ods={ods} swaps={query.data.swaps} />}
    </div>
  )
}

interface Deciding {
  readonly how: 'accept' | 'refuse'
  readonly swap: StoredSwap
}

function KnownSwaps({ ods, swaps }: { readonly ods: string; readonly swaps: readonly StoredSwap[] }) {
  const mayEdit = useMayEdit(ods)
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const hasSignIn = useHasSignIn()
  const [isRecording, setRecording] = useState(false)
  const [said, setSaid] = useState('')
  const [open, settled] = [swaps.filter(isOpen), swaps.filter((swap) => !isOpen(swap))]
  const close = () => setDeciding(null)
  const decide = mayEdit ? setDeciding : null
  return (
    <>
      <p role="status" className={said === '' ? undefined : 'rota-stored'}>
        {said}
      </p>
      <h2 className="nhsuk-heading-m">To decide ({open.length})</h2>
      {open.length === 0 && (
        <p>
          No swaps are waiting for an answer. {hasSignIn && BY_STAFF}
          When two people have agreed a swap by telephone or in person, record it here: the rules are checked, and you
          accept it to publish it. Sessions of a draft are swapped on the board, by dragging one onto the other.
        </p>
      )}
      {mayEdit && (
        <p>
          <button type="button" className="rota-button" onClick={() => setRecording(true)}>
            Record a swap…
          </button>
        </p>
      )}
      {open.map((swap) => (
        <NamedCard key={swap.id} {...{ ods, swap, decide }} />
      ))}
      {settled.length > 0 && (
        <details className="rota-swaps__settled">
          <summary>Decided ({settled.length})</summary>
          {settled.map((swap) => (
            <NamedCard key={swap.id} {...{ ods, swap }} decide={null} />
          ))}
        </details>
      )}
      {isRecording && <RecordSwap ods={ods} done={setSaid} close={() => setRecording(false)} />}
      {deciding?.how === 'accept' && <AcceptSwap {...{ ods, close }} swap={deciding.swap} done={setSaid} />}
      {deciding?.how === 'refuse' && <RefuseSwap {...{ ods, close }} swap={deciding.swap} done={setSaid} />}
    </>
  )
}

const BY_STAFF =
  'People who sign in propose swaps of published sessions on their own page, “My week”, and these appear here with what the rules say. '

interface NamedCardProps {
  readonly ods: string
  readonly swap: StoredSwap
  readonly decide: ((deciding: Deciding) => void) | null
}

function NamedCard({ ods, swap, decide }: NamedCardProps) {
  const nameOf = useNames(ods, swap)
  return <SwapCard {...{ ods, swap, nameOf }} decide={decide === null ? null : (how) => decide({ how, swap })} />
}
