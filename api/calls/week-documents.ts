/** A network's stored documents for a week, by version. */
import { BadInput, type Complaint } from '../../src/errors.ts'
import { EDIT, IN_PATH, LOOK } from '../access/permissions.ts'
import { documentRequest } from '../contract/documents.ts'
import { type KeptResponse, keptResponse, versionQuery } from '../contract/weeks.ts'
import type { Accepted } from '../desk/tasks.ts'
import type { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { WeekOf } from '../store/tenant.ts'
import { call } from './call.ts'
import { DOCUMENT } from './examples.ts'
import { etagOf, hasSeen, tag, UNLESS_READ, unseen, VERSIONED } from './kept-versions.ts'
import { from, notFound, ods } from './parameters.ts'
import { weekIn } from './week-of.ts'

export const getWeekDocument = call({
  method: 'get',
  path: '/v1/networks/{ods}/weeks/{from}/document',
  name: 'getWeekDocument',
  tag: 'Weeks',
  summary: 'Get a week’s document, exactly as it was sent',
  description: 'The latest version, or the one requested.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods, from },
  query: versionQuery,
  headers: UNLESS_READ,
  answers: {
    200: { does: 'The document.', schema: documentRequest, headers: VERSIONED },
    304: { does: 'You already have this version.' },
  },
  handle:
    ({ kept }) =>
    async ({ params, query: { version } }, response) => {
      const week = weekIn(params, response)
      const document = await kept.findDocument(week, version ?? null)
      if (document === null) throw noDocument(week)
      response.set('ETag', etagOf(document)).type('json').send(document.body)
    },
})

export function noDocument({ weekFrom }: WeekOf): Refusal {
  return notFound('This week has no such document; store one with PUT …/document.', weekFrom)
}

export const keepWeekDocument = call({
  method: 'put',
  path: '/v1/networks/{ods}/weeks/{from}/document',
  name: 'keepWeekDocument',
  tag: 'Weeks',
  summary: 'Store a new version of a week’s document',
  description: 'Two people changing it at once cannot overwrite each other unknowingly.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods, from },
  headers: {
    'If-Match': tag('The ETag of the version you changed. Omit it if there is none yet; `*` overwrites any version.'),
    'If-None-Match': tag('`*` stores the document only if there is none yet.', '*'),
  },
  body: { kind: 'heavy', schema: documentRequest, example: DOCUMENT },
  answers: {
    200: { does: 'Stored.', schema: keptResponse, headers: VERSIONED },
    201: { does: 'Stored, as the week’s first version.', schema: keptResponse, headers: VERSIONED },
  },
  problems: ['changed-since', 'say-which'],
  handle:
    ({ kept, ask }) =>
    async ({ params, headers, body }, response) => {
      const week = weekIn(params, response)
      const sent = await ask('accept', { body }, { who: whoOf(response) })
      requireSameWeek(sent, week)
      const keeping = await kept.keepDocument({
        ...week,
        networkName: sent.network.name,
        document: sent.document,
        documentHash: sent.documentHash,
        hasSeen: (newest) => hasSeen(headers, newest),
      })
      if ('newest' in keeping) throw unseen(keeping.kind, keeping.newest, { whose: 'This week', what: 'document' })
      const { version, documentHash } = keeping
      const isNew = keeping.kind === 'kept'
      response
        .status(isNew && version === 1 ? 201 : 200)
        .set('ETag', etagOf(keeping))
        .json({ version, documentHash, isNew, remarks: [...sent.remarks] } satisfies KeptResponse)
    },
})

function requireSameWeek({ network, weekFrom }: Accepted, week: WeekOf): void {
  const differs = (pointer: string, seen: string, maybe: string): Complaint[] =>
    seen === maybe ? [] : [{ pointer, detail: `This path only takes documents of ${maybe}.`, seen, maybe }]
  const complaints = [
    ...differs('/network/ods', network.ods, week.network),
    ...differs('/week/from', weekFrom, week.weekFrom),
  ]
  if (complaints.length > 0) throw new BadInput(complaints)
}
