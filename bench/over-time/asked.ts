/** Options of the benchmark over time, from its command line. */
import { parseArgs } from 'node:util'
import type { Case } from '../documents.ts'
import { isPeer, type OverTimePeer, PEERS_OVER_TIME } from './peer.ts'

export const USAGE = `Usage: npm run bench -- --over-time [options]

  --sizes 1,5,10,20   practices; 5x4 is five practices for four weeks
  --seconds N         processor seconds allowed for each (60)
  --gap PERCENT       asked gap (1)
  --seed N            which networks are drawn (1)
  --peer NAME         measures a peer instead of our own solve: ${PEERS_OVER_TIME.join(', ')}
  --python PATH       the Python that has ortools (python3)
  --as NAME           what this run is called in the table (ours, or the peer); others that the file holds stay
  --results FILE      where measurements are kept (bench/over-time.json)
  --page FILE         the page to write; its charts go beside it (docs/quality-over-time.md)
  --page-only         writes the page from what has been measured
`

export interface Asked {
  readonly cases: readonly Case[]
  readonly seconds: number
  readonly gap: number
  readonly seed: number
  /** Null for our own solve. */
  readonly peer: OverTimePeer | null
  readonly python: string
  /** Label of the results; null for the default. */
  readonly as: string | null
  readonly results: string
  readonly page: string
  readonly pageOnly: boolean
}

const text = (usual: string) => ({ type: 'string' as const, default: usual })

export function readAsked(words: readonly string[]): Asked | 'help' | 'wrong' {
  const values = valuesOf(words)
  if (values === null) return 'wrong'
  if (values.help) return 'help'
  const cases = values.sizes.split(',').map((word) => {
    const [practices, weeks = '1'] = word.split('x')
    return { practices: Number(practices), weeks: Number(weeks) }
  })
  const { peer = null } = values
  if (peer !== null && !isPeer(peer)) return 'wrong'
  const asked = {
    ...{ cases, seconds: Number(values.seconds), gap: Number(values.gap) / 100, seed: Number(values.seed) },
    ...{
      peer,
      python: values.python,
      as: values.as ?? null,
      results: values.results,
      page: values.page,
      pageOnly: values['page-only'],
    },
  }
  const numbers = [...cases.flatMap(({ practices, weeks }) => [practices, weeks]), asked.seconds]
  return numbers.every((n) => n > 0) && asked.gap >= 0 && Number.isInteger(asked.seed) ? asked : 'wrong'
}

function valuesOf(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        sizes: text('1,5,10,20'),
        seconds: text('60'),
        gap: text('1'),
        seed: text('1'),
        peer: { type: 'string' },
        python: text('python3'),
        as: { type: 'string' },
        results: text('bench/over-time.json'),
        page: text('docs/quality-over-time.md'),
        'page-only': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch {
    return null
  }
}
