/** The user's corrections to how a file is read. */
import type { Import, NetworkRecord } from '../../api.ts'

export type Correction = NonNullable<Import['problems'][number]['correct']>
export type CorrectionKind = Correction['by']

/** A word of the file, or an option for the whole file, with its meaning. */
export interface Corrected {
  readonly by: CorrectionKind
  /** Empty for an option. */
  readonly word: string
  readonly meaning: string
}

const MAPPED = ['roles', 'words', 'needs', 'sites', 'people'] as const
/** Names of people aren't stored, so that erasing a person leaves none behind. */
const REMEMBERED = ['roles', 'words', 'needs', 'sites'] as const

export const keyOf = ({ by, word = '' }: Pick<Correction, 'by' | 'word'>) => `${by} ${word}`

/** Adds a correction, replacing an earlier one for the same word. An empty meaning removes it. */
export function withCorrection(
  before: readonly Corrected[],
  { by, word = '' }: Pick<Correction, 'by' | 'word'>,
  meaning: string,
): readonly Corrected[] {
  const others = before.filter((one) => keyOf(one) !== keyOf({ by, word }))
  return meaning === '' ? others : [...others, { by, word, meaning }]
}

/** In the form of the call: a mapping for its header, and parameters. */
export function asAsked(corrections: readonly Corrected[]) {
  const option = (by: CorrectionKind) => corrections.find((one) => one.by === by)?.meaning
  const [year, role, site] = (['year', 'role', 'site'] as const).map(option)
  const mapping = mappingOf(corrections, MAPPED)
  return {
    header: Object.keys(mapping).length === 0 ? {} : { 'Import-Mapping': encodeURIComponent(JSON.stringify(mapping)) },
    query: {
      ...(year === undefined ? {} : { year }),
      ...(role === undefined ? {} : { role }),
      ...(site === undefined ? {} : { site }),
    },
  }
}

function mappingOf(corrections: readonly Corrected[], kinds: readonly CorrectionKind[]) {
  const used = kinds.map((kind) => [kind, corrections.filter(({ by }) => by === kind)] as const)
  return Object.fromEntries(
    used
      .filter(([, all]) => all.length > 0)
      .map(([kind, all]) => [kind, Object.fromEntries(all.map(({ word, meaning }) => [word, meaning]))]),
  )
}

/** The record with these corrections stored, for the next file. */
export function withRemembered(record: NetworkRecord, corrections: readonly Corrected[]): NetworkRecord {
  const learnt = mappingOf(corrections, REMEMBERED)
  if (Object.keys(learnt).length === 0) return record
  const { imports = {} } = record
  const joined = REMEMBERED.map((kind) => [kind, { ...imports[kind], ...learnt[kind] }] as const)
  return {
    ...record,
    imports: Object.fromEntries(joined.filter(([, words]) => Object.keys(words).length > 0)),
  }
}
