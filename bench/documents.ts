/** Weeks to measure with: real networks of the atlas, whole, several of them put into one document for the larger sizes. */
import type { Atlas } from '../src/intake/atlas.ts'
import { NO_NETWORK } from '../src/intake/atlas.ts'
import { draw } from '../src/intake/network/draw.ts'
import { networkDocument } from '../src/intake/network/network-document.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'

/** The size of what is measured. */
export interface Case {
  readonly practices: number
  readonly weeks: number
}

/** An ordinary week: no bank holiday in it. */
const WEEK = '2026-11-30'

/** Practices of a usual network. */
const USUAL = 5

/** The same case and seed give the same document. People stay in their own network; needs that are shared are shared by all. */
export function documentFor({ practices, weeks }: Case, seed: number, atlas: Atlas): RotaDocument {
  const sizes = [...Array<number>(Math.floor(practices / USUAL)).fill(USUAL), practices % USUAL].filter((n) => n > 0)
  const taken = new Set<string>()
  const parts = sizes.map((size) => {
    const ods = drawNetwork(atlas, { size, seed, taken })
    taken.add(ods)
    return networkDocument(atlas, ods, { week: WEEK, seed, weeks })
  })
  return merge(parts)
}

/** A random network of exactly this size that is not taken yet. */
function drawNetwork(
  { networks }: Atlas,
  { size, seed, taken }: { readonly size: number; readonly seed: number; readonly taken: ReadonlySet<string> },
): string {
  const fitting = [...networks.values()].filter(
    ({ ods, practices }) => ods !== NO_NETWORK && practices.length === size && !taken.has(ods),
  )
  return draw(seed, 'bench', size, taken.size).pick(fitting).ods
}

/** Roles, needs and parts are the same in every network's document; what is of one network keeps its code before its id. */
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
