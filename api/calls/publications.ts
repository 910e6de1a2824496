/** Publishes and withdraws rotas, and shows the published one to everybody in the network. */
import type { Response } from 'express'
import { addDays } from '../../src/time.ts'
import { callerOf } from '../access/caller.ts'
import { EDIT, IN_PATH, READ } from '../access/permissions.ts'
import { publicationResponse, publishedResponse } from '../contract/weeks.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { Published, Publishing } from '../store/publications.ts'
import type { KeptRota } from '../store/rotas.ts'
import { call } from './call.ts'
import { joined, withField } from './operation-answer.ts'
import { from, noSuchRota, notFound, ods, version } from './parameters.ts'
import { rotaIn, weekIn } from './week-of.ts'
import { required, rotaJson } from './week-rotas.ts'

export const publishRota = call({
  method: 'put',
  path: '/v1/networks/{ods}/weeks/{from}/rotas/{version}/publication',
  name: 'publishRota',
  tag: 'Rotas',
  summary: 'Publish a rota',
  description:
    'For every week it covers, replacing what was published for them; a longer rota stays published for its other weeks. Only a person can publish.',
  permission: { by: EDIT, of: IN_PATH, only: 'person' },
  params: { ods, from, version },
  answers: { 200: { does: 'The rota, now published, and what it replaces.', schema: publicationResponse } },
  problems: ['not-to-be-published', 'changed-since', 'too-heavy', 'busy'],
  handle:
    (deps) =>
    async ({ params }, response) => {
      const publishing = rotaIn(params, response)
      requirePerson(response)
      const { rota, published } = await publishRead(deps, publishing, response)
      if (published.kind === 'holds-no-rota') throw withoutRota(publishing.version)
      if (published.kind !== 'published') throw noSuchRota(params.version)
      const now = await deps.kept.findRotaVersion(publishing, publishing.version)
      const { replaces, affected } = published
      const told = withField(rotaJson(publishing, { ...rota, ...now }), 'replaces', JSON.stringify(replaces))
      response.type('json').send(withField(told, 'affected', JSON.stringify(affected)))
    },
})

/** How often a rota is read again because somebody is erased from it at that moment. */
const TRIES = 3

/** The rota is read at the desk, before the database is held up: as published as it was read, or not at all. */
async function publishRead(
  { kept, ask }: Pick<Deps, 'kept' | 'ask'>,
  publishing: Publishing,
  response: Response,
): Promise<{ readonly rota: KeptRota; readonly published: Published }> {
  const { weekFrom, version } = publishing
  for (let n = 0; n < TRIES; n++) {
    const rota = await required(kept.findRota(publishing, version), version)
    const { document, body, documentHash } = rota
    const content = await ask('rotaContent', { weekFrom, document, rota: body }, { who: whoOf(response) })
    const published = await kept.publish(publishing, { documentHash, ...content })
    if (published.kind !== 'changed-since') return { rota, published }
  }
  throw erasedMeanwhile()
}

function erasedMeanwhile(): Refusal {
  const detail = 'People were erased from this rota while it was being published. Send this again.'
  return new Refusal('changed-since', { complaints: [{ pointer: '', detail }] })
}

export const withdrawRota = call({
  method: 'delete',
  path: '/v1/networks/{ods}/weeks/{from}/rotas/{version}/publication',
  name: 'withdrawRota',
  tag: 'Rotas',
  summary: 'Withdraw a published rota',
  description:
    'From every week it is still published for; those weeks then have no published rota. Only a person can withdraw.',
  permission: { by: EDIT, of: IN_PATH, only: 'person' },
  params: { ods, from, version },
  answers: { 204: { does: 'It is no longer published.' } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const publishing = rotaIn(params, response)
      requirePerson(response)
      if (!(await kept.withdraw(publishing, { lastDayOf: (monday) => addDays(monday, 6) })))
        throw notFound('This version is not published.', params.version)
      response.status(204).end()
    },
})

function requirePerson(response: Response): void {
  if (callerOf(response).kind === 'person') return
  const detail = 'Only a person can publish or withdraw a rota, not a program.'
  throw new Refusal('forbidden', { complaints: [{ pointer: '', detail }] })
}

function withoutRota(version: number): Refusal {
  const detail = 'This solve ended without a rota, so there is nothing to publish.'
  return new Refusal('not-to-be-published', { complaints: [{ pointer: '', detail, seen: String(version) }] })
}

export const getPublished = call({
  method: 'get',
  path: '/v1/networks/{ods}/weeks/{from}/published',
  name: 'getPublished',
  tag: 'Rotas',
  summary: 'Get the published rota of a week',
  description:
    'Who works where and when, without figures, costs and findings. The rota may have started in an earlier week.',
  permission: { by: READ, of: IN_PATH },
  params: { ods, from },
  answers: { 200: { does: 'This week of the published rota.', schema: publishedResponse } },
  problems: ['too-heavy', 'busy'],
  handle:
    ({ kept, ask }) =>
    async ({ params }, response) => {
      const { network, weekFrom } = weekIn(params, response)
      const rota = await kept.findPublished({ network, weekFrom })
      if (rota === null) throw notFound('No rota is published for this week.', weekFrom)
      const { version, publishedAt, publishedBy, body, document } = rota
      const asked = { document, rota: body, starts: rota.weekFrom, asked: weekFrom, version }
      const told = await ask('publishedWeek', asked, { who: whoOf(response) })
      const entry = { network, weekFrom, publishedAt: publishedAt?.toISOString(), publishedBy }
      response.type('json').send(joined(JSON.stringify(entry), told))
    },
})
