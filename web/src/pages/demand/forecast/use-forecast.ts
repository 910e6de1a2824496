/** A forecast from a file of counts, computed by the service and cached in this browser. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, type Import } from '../../../api.ts'
import { MOST_BYTES } from '../../../parts/import/most-bytes.ts'
import { TooLarge } from '../../../parts/import/use-import.ts'
import type { Forecast } from './forecast-words.ts'

export interface KnownForecast {
  readonly fileName: string
  /** The practice it applies to; null: the whole network. */
  readonly site: string | null
  readonly forecasts: readonly Forecast[]
}

type ImportProblem = Pick<Import['problems'][number], 'sheet' | 'row' | 'column' | 'seen' | 'detail' | 'maybe'>

/** Some cells of the file weren't understood. */
export class NotUnderstood extends Error {}

const WEEKS = '8'
const nameOf = (ods: string) => `rota/forecast/${ods}`

export function useForecast(ods: string, site: string | null) {
  const [known, setKnown] = useState(() => remembered(ods))
  const { mutate, error, isPending } = useMutation({
    mutationFn: (file: File) => forecastFrom(file, { ods, site }),
    onSuccess: (made) => {
      setKnown(made)
      remember(ods, made)
    },
  })
  const forget = () => {
    setKnown(null)
    remember(ods, null)
  }
  return { known: known?.site === site ? known : null, make: mutate, fault: error, isBusy: isPending, forget }
}

async function forecastFrom(
  file: File,
  { ods, site }: { readonly ods: string; readonly site: string | null },
): Promise<KnownForecast> {
  if (file.size > MOST_BYTES) throw new TooLarge()
  // Makes a file that has since been moved fail here rather than during the call.
  await file.slice(0, 1).arrayBuffer()
  const { forecasts, problems } = await answered(
    api.POST('/v1/forecasts', {
      params: { query: { network: ods, weeks: WEEKS, ...(site === null ? {} : { site }) } },
      body: file,
      bodySerializer: (body) => body as BodyInit,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  )
  const [first] = problems
  if (first !== undefined) throw new NotUnderstood(placeWords(first))
  return { fileName: file.name, site, forecasts }
}

function placeWords({ sheet, row, column, seen, detail, maybe }: ImportProblem): string {
  const place = [sheet, row === null ? undefined : `row ${row}`, column === null ? undefined : `column ${column}`]
  const where = place.filter((word) => word !== undefined).join(', ')
  return `${where === '' ? '' : `${where}: `}“${seen}”. ${detail}${maybe === undefined ? '' : ` What works: ${maybe}.`}`
}

function remembered(ods: string): KnownForecast | null {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(nameOf(ods)) ?? 'null')
    return typeof known === 'object' && known !== null && 'forecasts' in known ? (known as KnownForecast) : null
  } catch {
    // No storage, or an entry from another version: nothing cached.
    return null
  }
}

function remember(ods: string, known: KnownForecast | null): void {
  try {
    if (known === null) localStorage.removeItem(nameOf(ods))
    else localStorage.setItem(nameOf(ods), JSON.stringify(known))
  } catch {
    // Without storage it is shown until the user leaves the page.
  }
}
