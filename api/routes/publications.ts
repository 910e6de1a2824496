import type { Request, Response } from 'express'
import { callerOf } from '../access/caller.ts'
import type { Deps } from '../deps.ts'
import { fieldsOf, rowsOf } from '../people/fields.ts'
import { Refusal } from '../problems.ts'
import type { KeptRota } from '../store/rotas.ts'
import { noSuchRota, notFound, type RotaParams, rotaIn, type WeekParams, weekIn } from './week-of.ts'
import { required, rotaOf } from './week-rotas.ts'

/** PUT …/rotas/{version}/publication: from now on this is the week's rota; what was published before is withdrawn. */
export function putPublication({ kept }: Deps) {
  return async (request: Request<RotaParams>, response: Response): Promise<void> => {
    const publishing = rotaIn(request.params, response)
    requirePerson(response)
    const published = await kept.publish(publishing)
    if (published === 'no-such-rota') throw noSuchRota(publishing.version)
    if (published === 'holds-no-rota') throw withoutRota(publishing.version)
    response.json(rotaOf(publishing, await required(kept.findRota(publishing, publishing.version), publishing.version)))
  }
}

/** DELETE …/rotas/{version}/publication: takes it back, so that the week has no published rota. */
export function deletePublication({ kept }: Deps) {
  return async (request: Request<RotaParams>, response: Response): Promise<void> => {
    const publishing = rotaIn(request.params, response)
    requirePerson(response)
    if (!(await kept.withdraw(publishing))) throw notFound('This version is not published.', String(publishing.version))
    response.status(204).end()
  }
}

function requirePerson(response: Response): void {
  if (callerOf(response).kind === 'person') return
  const detail = 'A rota is published, and taken back, by a person, not by a program.'
  throw new Refusal('forbidden', { complaints: [{ pointer: '', detail }] })
}

function withoutRota(version: number): Refusal {
  const detail = 'This solve ended without a rota, so there is nothing to publish.'
  return new Refusal('not-to-be-published', { complaints: [{ pointer: '', detail, seen: String(version) }] })
}

/** GET /v1/networks/{ods}/weeks/{from}/published: who works where and when, without figures and findings. */
export function getPublished({ kept }: Deps) {
  return async (request: Request<WeekParams>, response: Response): Promise<void> => {
    const week = weekIn(request.params, response)
    const rota = await kept.findPublished(week)
    if (rota === null) throw notFound('No rota is published for this week.', week.weekFrom)
    response.json({ network: week.network, weekFrom: week.weekFrom, ...publishedOf(rota) })
  }
}

/** As `publishedResponse` has it. Of people no more is told than their name and role. */
function publishedOf({ version, publishedAt, publishedBy, body, document }: KeptRota) {
  const { network, week, parts, sites, people } = fieldsOf(JSON.parse(document))
  return {
    networkName: fieldsOf(network).name,
    weeks: fieldsOf(week).weeks ?? 1,
    version,
    publishedAt: publishedAt?.toISOString(),
    publishedBy,
    parts: rowsOf(parts).map(({ id, starts, ends }) => ({ id, starts, ends })),
    sites: rowsOf(sites).map(({ id, name }) => ({ id, name })),
    people: rowsOf(people).map(({ id, name, role }) => ({ id, name, role })),
    assignments: fieldsOf(JSON.parse(body)).assignments,
  }
}
