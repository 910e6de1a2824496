/** A network's record as the service knows it, and the week that it gives. */
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { answered, api, heard, type NetworkRecord, unlessMissing, type WeekDocument } from '../../api.ts'
import { mergePatch } from './merge-patch.ts'

export interface KnownRecord {
  readonly record: NetworkRecord
  /** Null if the record is only proposed from open data, and not stored yet. */
  readonly etag: string | null
}

export const recordKey = (ods: string) => ['record', ods] as const

/** Fails with status 404 for a network of no register, until somebody stores a record for it. */
export function useKnownRecord(ods: string) {
  return useQuery({ queryKey: recordKey(ods), queryFn: () => loadRecord(ods) })
}

async function loadRecord(ods: string): Promise<KnownRecord> {
  const params = { path: { ods } }
  const stored = await unlessMissing(heard(api.GET('/v1/networks/{ods}/record', { params })))
  if (stored !== null) return { record: stored.data, etag: stored.etag }
  return { record: await answered(api.GET('/v1/networks/{ods}/record/proposal', { params })), etag: null }
}

/** The document that the record gives for a week: with the roles, needs and parts that the record leaves to their defaults. */
export function useDrawnWeek(ods: string, from: string) {
  return useQuery({ queryKey: ['drawn', ods, from], queryFn: () => loadDrawn(ods, from) })
}

export async function loadDrawn(ods: string, from: string): Promise<WeekDocument> {
  const drawn = await unlessMissing(
    answered(api.GET('/v1/networks/{ods}/weeks/{from}/proposal', { params: { path: { ods, from } } })),
  )
  if (drawn !== null) return drawn
  return answered(api.GET('/v1/networks/{ods}/document', { params: { path: { ods }, query: { week: from } } }))
}

/** Stores the changed record unless somebody else has stored another since; the first version where there is none. */
export async function storeRecord(
  queries: QueryClient,
  ods: string,
  change: (record: NetworkRecord) => NetworkRecord,
): Promise<{ readonly before: NetworkRecord; readonly etag: string | null }> {
  const { record, etag } = queries.getQueryData<KnownRecord>(recordKey(ods)) ?? (await loadRecord(ods))
  const changed = change(record)
  const path = { ods }
  const stored =
    etag === null
      ? await heard(
          api.PUT('/v1/networks/{ods}/record', { params: { path, header: { 'If-None-Match': '*' } }, body: changed }),
        )
      : await heard(
          api.PATCH('/v1/networks/{ods}/record', {
            params: { path, header: { 'If-Match': etag } },
            body: mergePatch(record, changed),
          }),
        )
  queries.setQueryData<KnownRecord>(recordKey(ods), { record: changed, etag: stored.etag })
  void queries.invalidateQueries({ queryKey: ['drawn', ods] })
  // Weeks that nobody has begun to plan are drawn from the record, too.
  void queries.invalidateQueries({
    queryKey: ['week', ods],
    predicate: ({ state }) => (state.data as { readonly etag?: string | null } | undefined)?.etag === null,
  })
  return { before: record, etag: stored.etag }
}
