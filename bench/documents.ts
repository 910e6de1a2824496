/** Documents for measurements: whole networks from the atlas; larger sizes merge several of them into one document. */
import type { Atlas } from '../src/intake/atlas.ts'
import { NO_NETWORK } from '../src/intake/atlas.ts'
import { draw } from '../src/intake/network/draw.ts'
import { networkDocument } from '../src/intake/network/network-document.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'

/** Size of a measurement. */
export interface Case {
  readonly practices: number
  readonly weeks: number
  /** A Monday; default: that of an ordinary week. */
  readonly from?: string
}

/** An ordinary week, without a bank holiday. */
const WEEK = '2026-11-30'

/** Practices in a typical network. */
const USUAL = 5

/** The same case and seed give the same document. People stay in their own network; shared needs are shared across all of them. */
export function documentFor({ practices, weeks, from = WEEK }: Case, seed: number, atlas: Atlas): RotaDocument {
  const sizes = [...Array<number>(Math.floor(practices / USUAL)).fill(USUAL), practices % USUAL].filter((n) => n > 0)
  const taken = new Set<string>()
  const parts = sizes.map((size) => {
    const ods = drawNetwork(atlas, { size, seed, taken })
    taken.add(ods)
    return networkDocument(atlas, ods, { week: from, seed, weeks })
  })
  return merge(parts)
}

/** A random network of exactly this size that is not in use yet. */
function drawNetwork(
  { networks }: Atlas,
  { size, seed, taken }: { readonly size: number; readonly seed: number; readonly taken: ReadonlySet<string> },
): string {
  const fitting = [...networks.values()].filter(
    ({ ods, practices }) => ods !== NO_NETWORK && practices.length === size && !taken.has(ods),
  )
  return draw(seed, 'bench', size, taken.size).pick(fitting).ods
}

/** Roles, needs and parts are the same in every network's document; ids specific to a network get its code as a prefix. */
function merge(documents: readonly RotaDocument[]): RotaDocument {
  const [first] = documents
  if (first === undefined) throw new RangeError('There is nothing to merge.')
  if (documents.length === 1) return first
  const people = documents.flatMap(({ network, people }) =>
    people.map((person) => ({
      ...person,
      id: `${network.ods}-${person.id}`,
      name: `${person.name} of ${network.ods}`,
    })),
  )
  return {
    ...first,
    network: { ...first.network, name: `${documents.length} networks together` },
    sites: documents.flatMap(({ sites }) => sites),
    people,
    demand: documents.flatMap(({ demand }) => demand),
    backlog: documents.flatMap(({ backlog = [] }) => backlog),
  }
}
