import type { Request, Response } from 'express'
import { type AuditResponse, auditQuery, type WeeksResponse } from '../contract/weeks.ts'
import { readAs } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { type NetworkParams, networkIn } from './week-of.ts'

/** Entries of the audit log in one answer, where nobody asks for another number. */
const PAGE = 100

/** GET /v1/networks/{ods}/weeks: the weeks that something is kept for, newest first. */
export function getWeeks({ kept }: Deps) {
  return async (request: Request<NetworkParams>, response: Response): Promise<void> => {
    const { network } = networkIn(request.params, response)
    const rows = await kept.listWeeks(network)
    response.json({ network, weeks: rows.map(weekOf) } satisfies WeeksResponse)
  }
}

type Row = Awaited<ReturnType<Deps['kept']['listWeeks']>>[number]

function weekOf(row: Row): WeeksResponse['weeks'][number] {
  const {
    weekFrom,
    documentVersion,
    documentHash,
    keptAt,
    keptBy,
    rota,
    published,
    publishedFrom,
    publishedAt,
    publishedBy,
  } = row
  return {
    from: weekFrom,
    state: published !== null ? 'published' : rota !== null ? 'planned' : 'open',
    ...(documentVersion !== null && documentHash !== null && keptAt !== null && keptBy !== null
      ? { document: { version: documentVersion, documentHash, keptAt: keptAt.toISOString(), keptBy } }
      : {}),
    ...(rota === null ? {} : { rota }),
    ...(published !== null && publishedFrom !== null && publishedAt !== null && publishedBy !== null
      ? { published: { from: publishedFrom, version: published, at: publishedAt.toISOString(), by: publishedBy } }
      : {}),
  }
}

/** GET /v1/networks/{ods}/audit: who did what, newest first. */
export function getAudit({ kept }: Deps) {
  return async (request: Request<NetworkParams>, response: Response): Promise<void> => {
    const { network } = networkIn(request.params, response)
    const { before, limit = PAGE } = readAs(auditQuery, request.query)
    // One more than is told, to see whether there is a next page.
    const found = await kept.listAudit(network, { before: before ?? null, limit: limit + 1 })
    const entries = found.slice(0, limit).map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }))
    const last = entries.at(-1)
    const next = found.length > limit && last !== undefined ? { next: last.id } : {}
    response.json({ entries, ...next } satisfies AuditResponse)
  }
}
