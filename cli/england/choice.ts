/** Which networks in England a run plans, and in which order. */
import { BadInput } from '../../src/errors.ts'
import { type Atlas, type NetworkEntry, NO_NETWORK } from '../../src/intake/atlas.ts'
import { draw } from '../../src/intake/network/draw.ts'
import { nearest } from '../../src/intake/suggest.ts'

export interface Asked {
  /** Code or name of an integrated care board; default: all of England. */
  readonly only?: string | undefined
  /** Size of a random sample; default: all networks. */
  readonly sample?: number | undefined
  readonly seed: number
}

/** In order of code, so that an interrupted run can resume. The same seed gives the same sample. */
export function choose(atlas: Atlas, { only, sample, seed }: Asked): NetworkEntry[] {
  const board = only === undefined ? undefined : boardOf(atlas, only)
  const all = [...atlas.networks.values()].filter(
    ({ ods, icb }) => ods !== NO_NETWORK && (board === undefined || icb === board),
  )
  if (sample === undefined) return all
  const lots = new Map(all.map(({ ods }) => [ods, draw(seed, ods, 'england').next()]))
  const lot = (network: NetworkEntry) => lots.get(network.ods) ?? 0
  const drawn = new Set([...all].sort((a, b) => lot(a) - lot(b)).slice(0, sample))
  return all.filter((network) => drawn.has(network))
}

function boardOf({ icbs }: Atlas, only: string): string {
  const asked = only.trim().toLowerCase()
  const exact = [...icbs].find(([code, name]) => code.toLowerCase() === asked || name.toLowerCase() === asked)
  const like = [...icbs].filter(([, name]) => name.toLowerCase().includes(asked))
  const [found] = exact ?? (like.length === 1 ? (like[0] ?? []) : [])
  if (found !== undefined) return found
  const near = nearest(only, [...icbs.keys(), ...icbs.values()])
  const maybe = like.length > 0 ? like.map(([code, name]) => `${code} ${name}`).join(', ') : near
  const detail =
    like.length > 1
      ? 'Several integrated care boards match this name.'
      : 'There is no integrated care board with this code or name.'
  throw new BadInput([{ pointer: '--only', detail, seen: `"${only}"`, ...(maybe === undefined ? {} : { maybe }) }])
}
