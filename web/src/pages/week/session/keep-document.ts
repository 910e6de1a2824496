/** Stores a week's document, so that manual rotas are judged by a document that doesn't change unexpectedly. */
import type { QueryClient } from '@tanstack/react-query'
import { api, heard, type WeekDocument } from '../../../api.ts'
import { type KnownDocument, type KnownWeek, type WeekKey, weekKey } from '../../../parts/week/week-queries.ts'

/** Returns the stored document, storing it first if it was only proposed. */
export async function keptDocument(queries: QueryClient, week: WeekKey): Promise<KnownDocument> {
  const known = queries.getQueryData<KnownWeek>(weekKey(week))
  if (known === undefined) throw new Error('The week has not been read.')
  return known.etag === null ? keepDocument(queries, week, known) : known
}

/** Stores a new version, unless somebody else has stored one in the meantime. */
export async function keepDocument(
  queries: QueryClient,
  week: WeekKey,
  { document, etag }: KnownDocument,
): Promise<KnownDocument & { readonly document: WeekDocument }> {
  const kept = await heard(
    api.PUT('/v1/networks/{ods}/weeks/{from}/document', {
      params: {
        path: { ods: week.ods, from: week.from },
        header: etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag },
      },
      body: document,
    }),
  )
  const now = { document, etag: kept.etag }
  queries.setQueryData<KnownWeek>(weekKey(week), (known) => (known === undefined ? known : { ...known, ...now }))
  return now
}
