/** What holds up the thread that answers calls in a network of many practices, call by call. */
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { documentFor } from '../bench/documents.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import { LoopWatch } from './loop-watch.ts'
import { startRota } from './rota-process.ts'
import { pause, type Trial, until } from './trial.ts'

/** At CI's size a swap is checked well within the desk's two minutes, however busy the machine. */
const PRACTICES = { full: 20, small: 10 }
/** Seconds that a caller waits for one answer. */
const PATIENCE = 300
/** Seconds for the week's solve; and until its end, on a busy machine. */
const SOLVE = { seconds: 60, patience: 1200 }
/** Swaps that are tried until the rules allow one. */
const SWAPS = 5

/** A session as a rota has it. */
interface Session {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly site: string
  readonly work: string
}

export const eventLoop: Trial = {
  name: 'event-loop',
  title: 'The event loop while whole weeks are read and written',
  async run({ folder, small, after, say }) {
    const practices = small ? PRACTICES.small : PRACTICES.full
    const from = DateTime.now().setZone('Europe/London').startOf('week').plus({ weeks: 1 }).toFormat('yyyy-MM-dd')
    const document = documentFor({ practices, weeks: 1, from }, 1, readAtlas())
    const service = startRota({ words: ['serve', '--port', '0', '--data', join(folder, 'data'), '--solvers', '1'] })
    after(() => service.kill())
    const watch = new LoopWatch(await service.ready, { seconds: PATIENCE, say })
    await watch.during('Nothing', () => pause(3000))
    const { version, sessions } = await solved(watch, document)
    await lived(watch, document, { version, sessions })
    await service.end()
    const tried = `${practices} practices, ${document.people.length} people, ${sessions.length} sessions`
    return watch.rows(tried)
  },
}

const weekOf = ({ network, week }: RotaDocument) => `/v1/networks/${network.ods}/weeks/${week.from}`

interface Made {
  readonly version: number
  readonly sessions: readonly Session[]
}

async function solved(watch: LoopWatch, document: RotaDocument): Promise<Made> {
  await watch.call('Storing a document', `${weekOf(document)}/document`, { method: 'PUT', json: document })
  const json = { ...document, solve: { seconds: SOLVE.seconds } }
  const { id } = (await watch.call('Submitting a solve', '/v1/solves', { json })) as { readonly id: string }
  const look = async () => (await watch.ask(`/v1/solves/${id}`)) as { readonly state: string; readonly version: number }
  const { version } = await watch.during('A solve, polled, and storing its rota', () =>
    until(
      { waitingFor: 'a rota', seconds: SOLVE.patience },
      look,
      ({ state }) => !['queued', 'running'].includes(state),
    ),
  )
  const rota = await watch.call('Reading a rota', `${weekOf(document)}/rotas/${version}`)
  const { report } = rota as { readonly report: { readonly assignments: readonly Session[] } }
  return { version, sessions: report.assignments }
}

/** Published, read, two sessions swapped, published again as it was; a person's data read, and another erased. */
async function lived(watch: LoopWatch, document: RotaDocument, { version, sessions }: Made): Promise<void> {
  const publication = `${weekOf(document)}/rotas/${version}/publication`
  const network = `/v1/networks/${document.network.ods}`
  await watch.call('Publishing a week', publication, { method: 'PUT' })
  await watch.call('Reading what is published', `${weekOf(document)}/published`)
  await watch.call('Listing a month', `${network}/lists?month=${document.week.from.slice(0, 7)}`)
  const swap = await watch.during('Proposing swaps', () => proposed(watch, network, swapsIn(document, sessions)))
  await watch.call('Accepting a swap', `${network}/swaps/${swap}/acceptance`, { method: 'PUT' })
  await watch.call('Publishing an earlier version again', publication, { method: 'PUT' })
  const [first, last] = [sessions.at(0)?.person, sessions.at(-1)?.person]
  await watch.call('Reading a person’s data', `${network}/people/${first}`)
  await watch.call('Erasing a person', `${network}/people/${last}`, { method: 'DELETE' })
}

type Swap = readonly Pick<Session, 'person' | 'date' | 'part'>[]

/** The id of the first that the rules allow. */
async function proposed(watch: LoopWatch, network: string, swaps: readonly Swap[]): Promise<string> {
  const seen: (number | undefined)[] = []
  for (const swap of swaps) {
    const answer = await watch.answer(`${network}/swaps`, { json: { swap } })
    if (answer?.status === 201) return (answer.body as { readonly id: string }).id
    seen.push(answer?.status)
  }
  throw new Error(`None of ${swaps.length} swaps was allowed; the answers were ${seen.join(', ')}.`)
}

/** Two people of one role in clinics at the same time, each of whom may work where the other is. */
function swapsIn({ people }: RotaDocument, sessions: readonly Session[]): readonly Swap[] {
  const byId = new Map(people.map((person) => [person.id, person]))
  const mayTake = (one: Session, other: Session) =>
    byId.get(one.person)?.role === byId.get(other.person)?.role && byId.get(one.person)?.sites?.includes(other.site)
  const clinics = sessions.filter(({ work, part }) => work === 'clinic' && ['am', 'pm'].includes(part))
  const pairs = clinics.flatMap((one) => {
    const isFit = (two: Session) =>
      two.date === one.date && two.part === one.part && two.site !== one.site && mayTake(one, two) && mayTake(two, one)
    const other = clinics.find((two) => two.person > one.person && isFit(two))
    return other === undefined ? [] : [[one, other]]
  })
  return pairs.slice(0, SWAPS).map((pair) => pair.map(({ person, date, part }) => ({ person, date, part })))
}
