import type { Request, Response } from 'express'
import { bytesOf } from '../body.ts'
import type { RotaEntry, RotasResponse } from '../contract/weeks.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { KeptRota, RotaVersion } from '../store/rotas.ts'
import type { WeekOf } from '../store/tenant.ts'
import { noDocument } from './week-documents.ts'
import { noSuchRota, type RotaParams, rotaIn, type WeekParams, weekIn } from './week-of.ts'

/** GET /v1/networks/{ods}/weeks/{from}/rotas: every version, newest first. */
export function getRotas({ kept }: Deps) {
  return async (request: Request<WeekParams>, response: Response): Promise<void> => {
    const { network, weekFrom } = weekIn(request.params, response)
    const rotas = await kept.listRotas({ network, weekFrom })
    response.json({ network, weekFrom, rotas: rotas.map(entryOf) } satisfies RotasResponse)
  }
}

/** POST /v1/networks/{ods}/weeks/{from}/rotas: keeps a rota that somebody made, and answers what the rules find in it. */
export function postWeekRota({ kept, ask }: Deps) {
  return async (request: Request<WeekParams>, response: Response): Promise<void> => {
    const week = weekIn(request.params, response)
    const document = await kept.findDocument(week, null)
    if (document === null) throw noDocument(week)
    const asked = { body: bytesOf(request), document: document.body }
    const { plan, judgement } = await ask('judgeKept', asked, { who: whoOf(response) })
    const made = await kept.keepRota({
      ...week,
      documentHash: document.documentHash,
      body: plan,
      judgement,
    })
    if (made === null) throw erasedMeanwhile()
    const { version, isNew } = made
    const { network, weekFrom } = week
    response
      .status(isNew ? 201 : 200)
      .location(`/v1/networks/${encodeURIComponent(network)}/weeks/${weekFrom}/rotas/${version}`)
      .json(rotaOf(week, await required(kept.findRota(week, version), version)))
  }
}

function erasedMeanwhile(): Refusal {
  const detail = 'Somebody was erased from the week’s document while this rota was judged by it. Send it again.'
  return new Refusal('changed-since', { complaints: [{ pointer: '', detail }] })
}

/** GET /v1/networks/{ods}/weeks/{from}/rotas/{version}. */
export function getWeekRota({ kept }: Deps) {
  return async (request: Request<RotaParams>, response: Response): Promise<void> => {
    const { version, ...week } = rotaIn(request.params, response)
    response.json(rotaOf(week, await required(kept.findRota(week, version), version)))
  }
}

export async function required(finding: Promise<KeptRota | null>, version: number): Promise<KeptRota> {
  const rota = await finding
  if (rota === null) throw noSuchRota(version)
  return rota
}

export function entryOf(rota: RotaVersion): RotaEntry {
  const { version, source, solve, status, documentHash, documentVersion, madeAt, madeBy } = rota
  const { publishedAt, publishedBy, publishedWeeks } = rota
  return {
    version,
    source,
    ...(solve === null ? {} : { solve }),
    ...(status === null ? {} : { status }),
    documentHash,
    ...(documentVersion === null ? {} : { documentVersion }),
    madeAt: madeAt.toISOString(),
    madeBy,
    ...(publishedAt === null || publishedBy === null
      ? {}
      : { published: { at: publishedAt.toISOString(), by: publishedBy, weeks: [...(publishedWeeks ?? [])] } }),
  }
}

/** As `rotaResponse` has it; what an earlier version of this program stored is sent as it is. */
export function rotaOf({ network, weekFrom }: WeekOf, rota: KeptRota): Record<string, unknown> {
  const body: unknown = JSON.parse(rota.body)
  const told = rota.judgement === null ? { report: body } : { ...Object(body), judgement: JSON.parse(rota.judgement) }
  return { network, weekFrom, ...entryOf(rota), ...told }
}
