import type { Request, Response } from 'express'
import { addDays } from '../../src/time.ts'
import { callerOf } from '../access/caller.ts'
import type { Deps } from '../deps.ts'
import { fieldsOf, rowsOf } from '../people/fields.ts'
import { Refusal } from '../problems.ts'
import type { KeptRota } from '../store/rotas.ts'
import { noSuchRota, notFound, type RotaParams, rotaIn, type WeekParams, weekIn } from './week-of.ts'
import { required, rotaOf } from './week-rotas.ts'

/** Mondays of the weeks that a rota of this document covers; what an earlier version stored may not say how many. */
function weeksOf(weekFrom: string, document: string): readonly string[] {
  return Array.from({ length: weeksIn(JSON.parse(document)) }, (_, week) => addDays(weekFrom, 7 * week))
}

function weeksIn(document: unknown): number {
  const { weeks } = fieldsOf(fieldsOf(document).week)
  return typeof weeks === 'number' && weeks >= 1 ? weeks : 1
}

/** PUT …/rotas/{version}/publication: from now on this is the rota of all its weeks, in the place of what was published of them. */
export function putPublication({ kept }: Deps) {
  return async (request: Request<RotaParams>, response: Response): Promise<void> => {
    const publishing = rotaIn(request.params, response)
    requirePerson(response)
    const published = await kept.publish(publishing, weeksOf)
    if (published.kind === 'no-such-rota') throw noSuchRota(publishing.version)
    if (published.kind === 'holds-no-rota') throw withoutRota(publishing.version)
    const rota = await required(kept.findRota(publishing, publishing.version), publishing.version)
    response.json({ ...rotaOf(publishing, rota), replaces: published.replaces })
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

/** GET /v1/networks/{ods}/weeks/{from}/published: who works where and when in this week, without figures and findings. */
export function getPublished({ kept }: Deps) {
  return async (request: Request<WeekParams>, response: Response): Promise<void> => {
    const week = weekIn(request.params, response)
    const rota = await kept.findPublished(week)
    if (rota === null) throw notFound('No rota is published for this week.', week.weekFrom)
    response.json({ network: week.network, weekFrom: week.weekFrom, ...publishedOf(rota, week.weekFrom) })
  }
}

/** As `publishedResponse` has it, of the one week that is asked for. Of people no more is told than their name and role. */
function publishedOf(rota: KeptRota & { readonly weekFrom: string }, asked: string) {
  const { version, publishedAt, publishedBy, body, weekFrom } = rota
  const document = fieldsOf(JSON.parse(rota.document))
  const { network, parts, sites, people } = document
  const days = Array.from({ length: 7 }, (_, day) => addDays(asked, day))
  return {
    networkName: fieldsOf(network).name,
    rota: { from: weekFrom, weeks: weeksIn(document), version },
    publishedAt: publishedAt?.toISOString(),
    publishedBy,
    parts: rowsOf(parts).map(({ id, starts, ends }) => ({ id, starts, ends })),
    sites: rowsOf(sites).map(({ id, name }) => ({ id, name })),
    people: rowsOf(people).map(({ id, name, role }) => ({ id, name, role })),
    assignments: rowsOf(fieldsOf(JSON.parse(body)).assignments).filter(({ date }) => days.includes(String(date))),
  }
}
