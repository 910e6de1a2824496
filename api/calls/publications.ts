/** Which rota of a week is published, and what everybody of the network sees of it. */
import type { Response } from 'express'
import { callerOf } from '../access/caller.ts'
import { EDIT, IN_PATH, READ } from '../access/permissions.ts'
import { publicationResponse, publishedResponse } from '../contract/weeks.ts'
import { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { joined, withField } from './operation-answer.ts'
import { from, noSuchRota, notFound, ods, version } from './parameters.ts'
import { READERS } from './published-sessions.ts'
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
  problems: ['not-to-be-published'],
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const publishing = rotaIn(params, response)
      requirePerson(response)
      const published = await kept.publish(publishing, READERS)
      if (published.kind === 'no-such-rota') throw noSuchRota(params.version)
      if (published.kind === 'holds-no-rota') throw withoutRota(publishing.version)
      const rota = await required(kept.findRota(publishing, publishing.version), publishing.version)
      const { replaces, affected } = published
      const told = withField(rotaJson(publishing, rota), 'replaces', JSON.stringify(replaces))
      response.type('json').send(withField(told, 'affected', JSON.stringify(affected)))
    },
})

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
      if (!(await kept.withdraw(publishing, READERS))) throw notFound('This version is not published.', params.version)
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
