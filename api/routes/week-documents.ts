import type { Request, Response } from 'express'
import { BadInput, type Complaint } from '../../src/errors.ts'
import { bytesOf } from '../body.ts'
import { type KeptResponse, versionQuery } from '../contract/weeks.ts'
import { readAs } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Accepted } from '../desk/tasks.ts'
import { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { KeptVersion } from '../store/kept-documents.ts'
import type { WeekOf } from '../store/tenant.ts'
import { notFound, type WeekParams, weekIn } from './week-of.ts'

/** GET /v1/networks/{ods}/weeks/{from}/document: the newest version, or the one that is asked for, as it was sent. */
export function getWeekDocument({ kept }: Deps) {
  return async (request: Request<WeekParams>, response: Response): Promise<void> => {
    const week = weekIn(request.params, response)
    const { version } = readAs(versionQuery, request.query)
    const document = await kept.findDocument(week, version ?? null)
    if (document === null) throw noDocument(week)
    response.set('ETag', etagOf(document)).type('json').send(document.body)
  }
}

export function noDocument({ weekFrom }: WeekOf): Refusal {
  return notFound('No such document is kept for this week; PUT …/document keeps one.', weekFrom)
}

/** PUT /v1/networks/{ods}/weeks/{from}/document: keeps a new version, where the caller has seen the one before. */
export function putWeekDocument({ kept, ask }: Deps) {
  return async (request: Request<WeekParams>, response: Response): Promise<void> => {
    const week = weekIn(request.params, response)
    const sent = await ask('accept', { body: bytesOf(request) }, { who: whoOf(response) })
    requireSameWeek(sent, week)
    const keeping = await kept.keepDocument({
      ...week,
      networkName: sent.network.name,
      document: sent.document,
      documentHash: sent.documentHash,
      hasSeen: (newest) => hasSeen(request, newest),
    })
    if ('newest' in keeping) throw unseen(keeping.kind, keeping.newest)
    const { version, documentHash } = keeping
    const isNew = keeping.kind === 'kept'
    response
      .status(isNew && version === 1 ? 201 : 200)
      .set('ETag', etagOf(keeping))
      .json({ version, documentHash, isNew, remarks: [...sent.remarks] } satisfies KeptResponse)
  }
}

/** A version of a document changes with the erasure of a person, so its name alone would not do. */
function etagOf({ version, documentHash }: Pick<KeptVersion, 'version' | 'documentHash'>): string {
  return `"${version}-${documentHash.replace('sha256:', '').slice(0, 16)}"`
}

function requireSameWeek({ network, weekFrom }: Accepted, week: WeekOf): void {
  const differs = (pointer: string, seen: string, maybe: string): Complaint[] =>
    seen === maybe ? [] : [{ pointer, detail: `This address keeps documents of ${maybe} only.`, seen, maybe }]
  const complaints = [
    ...differs('/network/ods', network.ods, week.network),
    ...differs('/week/from', weekFrom, week.weekFrom),
  ]
  if (complaints.length > 0) throw new BadInput(complaints)
}

/** By If-Match, with the ETag of what was read; by If-None-Match: * where there should be nothing yet. */
function hasSeen(request: Request<WeekParams>, newest: KeptVersion | null): 'yes' | 'no' | 'unsaid' {
  const seen = request.headers['if-match']
  if (seen !== undefined) {
    if (newest === null) return 'no'
    return seen.split(',').some((tag) => ['*', etagOf(newest)].includes(tag.trim())) ? 'yes' : 'no'
  }
  if (newest === null) return 'yes'
  return request.headers['if-none-match'] === undefined ? 'unsaid' : 'no'
}

function unseen(kind: 'changed-since' | 'say-which', newest: KeptVersion | null): Refusal {
  if (newest === null)
    return new Refusal(kind, { complaints: [{ pointer: '', detail: 'No document is kept any more.' }] })
  const { version, keptBy, keptAt } = newest
  const detail =
    kind === 'changed-since'
      ? `Version ${version} was kept by ${keptBy} at ${keptAt.toISOString()}, after you last looked. Nothing of yours has been kept: read that version, put your changes into it, and send it with its ETag.`
      : `There is a document for this week, version ${version}. Read it, and send yours with its ETag in the header If-Match.`
  return new Refusal(kind, { complaints: [{ pointer: '', detail }], headers: { ETag: etagOf(newest) } })
}
