/** Has the service read a file chosen by the user; nothing is stored until they confirm. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, type Import, Refused } from '../../api.ts'
import { asAsked, type Corrected, type Correction, withCorrection } from './corrections.ts'
import { MOST_BYTES } from './most-bytes.ts'

export type ImportResult = NonNullable<Import['result']>
export type ImportKind = NonNullable<Import['understood']>['as']

/** The kind of import, and its network or week. */
export interface ImportOf {
  readonly as: ImportKind
  readonly ods: string
  /** For a rota: its Monday. */
  readonly week?: string
}

export interface Reading {
  readonly file: File | null
  readonly choose: (file: File) => void
  /** The service's latest answer; null before the first, or if the file was refused. */
  readonly answer: Import | null
  readonly fault: unknown
  readonly isBusy: boolean
  readonly corrections: readonly Corrected[]
  /** Reads the file again; an empty meaning removes a correction. */
  readonly correct: (correction: Pick<Correction, 'by' | 'word'>, meaning: string) => void
}

/** Too large to send. */
export class TooLarge extends Error {}

interface Chosen {
  readonly file: File
  /** Distinguishes repeated choices of the same file. */
  readonly round: number
}

export function useImport({ as, ods, week }: ImportOf): Reading {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [corrections, setCorrections] = useState<readonly Corrected[]>([])
  const { data, error, isFetching } = useQuery({
    queryKey: ['import', as, ods, week ?? '', chosen?.round ?? 0, corrections],
    // The upload is aborted if the dialog is closed or another file is chosen.
    queryFn: ({ signal }) =>
      chosen === null
        ? null
        : readFile({ as, ods, ...(week === undefined ? {} : { week }) }, { file: chosen.file, corrections, signal }),
    enabled: chosen !== null,
    // Keep showing the previous result while a correction is tried.
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  return {
    file: chosen?.file ?? null,
    choose: (file) => setChosen((before) => ({ file, round: (before?.round ?? 0) + 1 })),
    answer: error === null ? (data ?? null) : null,
    fault: error,
    isBusy: isFetching,
    corrections,
    correct: (correction, meaning) => setCorrections((before) => withCorrection(before, correction, meaning)),
  }
}

interface Sent {
  readonly file: File
  readonly corrections: readonly Corrected[]
  readonly signal: AbortSignal
}

async function readFile({ as, ods, week }: ImportOf, { file, corrections, signal }: Sent): Promise<Import> {
  if (file.size > MOST_BYTES) throw new TooLarge()
  const { header, query } = asAsked(corrections)
  // Makes a file that has since been moved fail here rather than during the call. Its content stays on disk until it is sent.
  await file.slice(0, 1).arrayBuffer()
  return answered(
    api.POST('/v1/imports', {
      params: { query: { as, network: ods, ...(week === undefined ? {} : { week }), ...query }, header },
      body: file,
      bodySerializer: (body) => body as BodyInit,
      headers: { 'Content-Type': 'application/octet-stream' },
      signal,
    }),
  )
}

/** Explains to the user why a file wasn't read. */
export function importFault(error: unknown): string {
  if (error instanceof TooLarge)
    return 'The file is larger than 96 MB. Use a copy with only the rows of your practices and weeks. Nothing was changed.'
  if (!(error instanceof Refused)) return 'The file could not be opened. Save it again, then choose it again.'
  if (error.status === 0)
    return 'The service didn’t answer. Nothing is lost. Check that it is running, then choose the file again.'
  const [first] = error.problem?.errors ?? []
  if (first === undefined) return error.message
  return first.maybe === undefined ? first.detail : `${first.detail} What works: ${first.maybe}.`
}
