/** A network's weeks and audit log. */
import { IN_PATH, LOOK } from '../access/permissions.ts'
import { type AuditResponse, auditQuery, auditResponse, type WeeksResponse, weeksResponse } from '../contract/weeks.ts'
import type { Kept } from '../kept.ts'
import { call } from './call.ts'
import { ods } from './parameters.ts'
import { networkIn } from './week-of.ts'

/** Default number of audit log entries per page. */
const PAGE = 100

export const listWeeks = call({
  method: 'get',
  path: '/v1/networks/{ods}/weeks',
  name: 'listWeeks',
  tag: 'Weeks',
  summary: 'List the weeks with stored documents or rotas, newest first',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  answers: { 200: { does: 'The weeks, with their latest versions.', schema: weeksResponse } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const { network } = networkIn(params, response)
      const rows = await kept.listWeeks(network)
      response.json({ network, weeks: rows.map(weekOf) } satisfies WeeksResponse)
    },
})

type Row = Awaited<ReturnType<Kept['listWeeks']>>[number]

function weekOf(row: Row): WeeksResponse['weeks'][number] {
  const {
    weekFrom,
    documentVersion,
    documentHash,
    keptAt,
    keptBy,
    rota,
    plannedSince,
    published,
    publishedFrom,
    publishedAt,
    publishedBy,
  } = row
  return {
    from: weekFrom,
    state: stateOf({ rota, published, plannedSince }),
    ...(documentVersion !== null && documentHash !== null && keptAt !== null && keptBy !== null
      ? { document: { version: documentVersion, documentHash, keptAt: keptAt.toISOString(), keptBy } }
      : {}),
    ...(rota === null ? {} : { rota }),
    ...(published !== null && publishedFrom !== null && publishedAt !== null && publishedBy !== null
      ? { published: { from: publishedFrom, version: published, at: publishedAt.toISOString(), by: publishedBy } }
      : {}),
  }
}

function stateOf({ rota, published, plannedSince }: Pick<Row, 'rota' | 'published' | 'plannedSince'>) {
  if (published !== null) return plannedSince === true ? 'superseded' : 'published'
  return rota === null ? 'open' : 'planned'
}

export const listAudit = call({
  method: 'get',
  path: '/v1/networks/{ods}/audit',
  name: 'listAudit',
  tag: 'Records',
  summary: 'Get a network’s audit log, newest first',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  query: auditQuery,
  answers: { 200: { does: 'A page of entries.', schema: auditResponse } },
  handle:
    ({ kept }) =>
    async ({ params, query: { before, limit = PAGE } }, response) => {
      const { network } = networkIn(params, response)
      // Fetch one more than is returned, to detect a next page.
      const found = await kept.listAudit(network, { before: before ?? null, limit: limit + 1 })
      const entries = found.slice(0, limit).map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }))
      const last = entries.at(-1)
      const next = found.length > limit && last !== undefined ? { next: last.id } : {}
      response.json({ entries, ...next } satisfies AuditResponse)
    },
})
