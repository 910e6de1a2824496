/** What the service knows of a week: its document, its latest rota, and what is published. */
import { useQuery } from '@tanstack/react-query'
import {
  type Assignment,
  answered,
  api,
  heard,
  type Rota,
  type RotaEntry,
  unlessMissing,
  type WeekDocument,
} from '../../api.ts'

export interface WeekKey {
  readonly ods: string
  readonly from: string
}

export interface KnownDocument {
  readonly document: WeekDocument
  /** Null if the document is only proposed, and not stored yet. */
  readonly etag: string | null
}

export interface KnownWeek extends KnownDocument {
  readonly rotas: readonly RotaEntry[]
  /** The latest that has anybody in it; null before the first. */
  readonly rota: Rota | null
  /** Number of the latest version, with a rota or without. */
  readonly newest: number | null
  /** The latest version, where it ended without a rota. */
  readonly failed: Rota | null
  readonly published: Published | null
}

export interface Published {
  readonly at: string
  readonly version: number
  readonly assignments: readonly Assignment[]
}

export const weekKey = ({ ods, from }: WeekKey) => ['week', ods, from] as const

export function useKnownWeek(week: WeekKey) {
  return useQuery({ queryKey: weekKey(week), queryFn: () => loadWeek(week), staleTime: Number.POSITIVE_INFINITY })
}

export async function loadWeek(week: WeekKey): Promise<KnownWeek> {
  const [known, rotas, published] = await Promise.all([
    loadDocument(week),
    loadRotas(week),
    unlessMissing(loadPublished(week)),
  ])
  return { ...known, ...rotas, published }
}

async function loadDocument({ ods, from }: WeekKey): Promise<KnownDocument> {
  const path = { ods, from }
  const stored = await unlessMissing(heard(api.GET('/v1/networks/{ods}/weeks/{from}/document', { params: { path } })))
  if (stored !== null) return { document: stored.data, etag: stored.etag }
  const drawn = await unlessMissing(answered(api.GET('/v1/networks/{ods}/weeks/{from}/proposal', { params: { path } })))
  return { document: drawn ?? (await generatedDocument({ ods, from })), etag: null }
}

/** Generated for a network that nobody has prepared. */
function generatedDocument({ ods, from }: WeekKey): Promise<WeekDocument> {
  return answered(api.GET('/v1/networks/{ods}/document', { params: { path: { ods }, query: { week: from } } }))
}

async function loadRotas({ ods, from }: WeekKey): Promise<Omit<KnownWeek, keyof KnownDocument | 'published'>> {
  const path = { ods, from }
  const { rotas } = await answered(api.GET('/v1/networks/{ods}/weeks/{from}/rotas', { params: { path } }))
  const [newest] = rotas
  const latest = rotas.find((entry) => !isWithoutRota(entry))
  const [rota, failed] = await Promise.all([
    latest === undefined ? null : loadRota({ ods, from }, latest.version),
    newest === undefined || newest === latest ? null : loadRota({ ods, from }, newest.version),
  ])
  return { rotas, rota, failed, newest: newest?.version ?? null }
}

function isWithoutRota({ status }: RotaEntry): boolean {
  return status === 'impossible' || status === 'no-rota'
}

export function loadRota({ ods, from }: WeekKey, version: number): Promise<Rota> {
  return answered(
    api.GET('/v1/networks/{ods}/weeks/{from}/rotas/{version}', { params: { path: { ods, from, version } } }),
  )
}

async function loadPublished({ ods, from }: WeekKey): Promise<Published> {
  const { publishedAt, rota, assignments } = await answered(
    api.GET('/v1/networks/{ods}/weeks/{from}/published', { params: { path: { ods, from } } }),
  )
  return { at: publishedAt, version: rota.version, assignments }
}
