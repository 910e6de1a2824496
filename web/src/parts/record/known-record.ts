/** A network's record as stored by the service, and the weeks generated from it. */
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { answered, api, heard, type NetworkRecord, unlessMissing, type WeekDocument } from '../../api.ts'
import { mergePatch } from './merge-patch.ts'

export interface KnownRecord {
  readonly record: NetworkRecord
  /** Null if the record is only proposed from open data and not stored yet. */
  readonly etag: string | null
}

export const recordKey = (ods: string) => ['record', ods] as const

/** Fails with status 404 for a network that isn't in the register, until a record is stored for it. */
export function useKnownRecord(ods: string) {
  return useQuery({ queryKey: recordKey(ods), queryFn: () => loadRecord(ods) })
}

async function loadRecord(ods: string): Promise<KnownRecord> {
  const params = { path: { ods } }
  const stored = await unlessMissing(heard(api.GET('/v1/networks/{ods}/record', { params })))
  if (stored !== null) return { record: stored.data, etag: stored.etag }
  return { record: await answered(api.GET('/v1/networks/{ods}/record/proposal', { params })), etag: null }
}

/** The document generated from the record for a week, including default roles, needs and parts. */
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

/** Stores the changed record, unless somebody else has stored a newer version; creates the first version if there is none. */
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
  // Weeks nobody has started planning are generated from the record, too.
  void queries.invalidateQueries({
    queryKey: ['week', ods],
    predicate: ({ state }) => (state.data as { readonly etag?: string | null } | undefined)?.etag === null,
  })
  return { before: record, etag: stored.etag }
}
