/** A week's rotas, made by solves and by hand. */
import { z } from 'zod'
import { REPORT_FORMATS } from '../../src/output/output-formats.ts'
import { EDIT, IN_PATH, LOOK } from '../access/permissions.ts'
import { type RotaEntry, type RotasResponse, rotaRequest, rotaResponse, rotasResponse } from '../contract/weeks.ts'
import { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import type { KeptByHand, KeptRota, RotaVersion } from '../store/rotas.ts'
import type { WeekOf } from '../store/tenant.ts'
import { call } from './call.ts'
import { ROTA } from './examples.ts'
import { joined, withField } from './operation-answer.ts'
import { from, noSuchRota, ods, version } from './parameters.ts'
import { answerRota } from './rota-answer.ts'
import { noDocument } from './week-documents.ts'
import { rotaIn, weekIn } from './week-of.ts'

export const listRotas = call({
  method: 'get',
  path: '/v1/networks/{ods}/weeks/{from}/rotas',
  name: 'listRotas',
  tag: 'Rotas',
  summary: 'List a week’s rotas, newest first',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods, from },
  answers: { 200: { does: 'The rotas, without their contents.', schema: rotasResponse } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const { network, weekFrom } = weekIn(params, response)
      const rotas = await kept.listRotas({ network, weekFrom })
      response.json({ network, weekFrom, rotas: rotas.map(entryOf) } satisfies RotasResponse)
    },
})

const located = {
  Location: {
    does: 'The rota’s address.',
    schema: z.string().meta({ format: 'uri-reference' }),
    example: '/v1/networks/U99999/weeks/2026-11-30/rotas/2',
  },
}

export const keepRota = call({
  method: 'post',
  path: '/v1/networks/{ods}/weeks/{from}/rotas',
  name: 'keepRota',
  tag: 'Rotas',
  summary: 'Store a rota made by hand',
  description:
    'For the week’s latest document: a report, `{ assignments, clinics? }`, or only assignments. It may break any rule; the response says which. With `If-Match`, two people changing a rota at once cannot overwrite each other unknowingly.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods, from },
  headers: {
    'If-Match': {
      does: 'The version you changed, in quotes. The rota is stored only if that is still the week’s latest.',
      schema: z.string().regex(/^"\d{1,9}"$/, 'must be the number of a version, in quotes.'),
      example: '"2"',
    },
  },
  body: { kind: 'heavy', schema: rotaRequest, example: ROTA },
  answers: {
    200: { does: 'The week’s latest rota, which is identical.', schema: rotaResponse, headers: located },
    201: { does: 'The rota, with the rules’ findings.', schema: rotaResponse, headers: located },
  },
  problems: ['changed-since'],
  handle:
    ({ kept, ask }) =>
    async ({ params, headers, body }, response) => {
      const week = weekIn(params, response)
      const document = await kept.findDocument(week, null)
      if (document === null) throw noDocument(week)
      const asked = { body, document: document.body }
      const { plan, judgement } = await ask('judgeKept', asked, { who: whoOf(response) })
      const made = await kept.keepRota({
        ...week,
        documentHash: document.documentHash,
        body: plan,
        judgement,
        ...madeFrom(headers['If-Match']),
      })
      if (made.kind === 'erased') throw erasedMeanwhile()
      if (made.kind === 'changed-since') throw changedSince(made)
      const { version, isNew } = made
      const { network, weekFrom } = week
      response
        .status(isNew ? 201 : 200)
        .location(`/v1/networks/${encodeURIComponent(network)}/weeks/${weekFrom}/rotas/${version}`)
        .type('json')
        .send(rotaJson(week, await required(kept.findRota(week, version), version)))
    },
})

function madeFrom(tag: string | undefined): { readonly madeFrom?: number } {
  return tag === undefined ? {} : { madeFrom: Number(tag.replaceAll('"', '')) }
}

function changedSince({ newest, madeBy, madeAt }: Extract<KeptByHand, { kind: 'changed-since' }>): Refusal {
  const detail = `Version ${newest} was made by ${madeBy} at ${madeAt.toISOString()}, after you last read the rota. Yours was not stored: read that version, apply your changes to it, and send it with its number.`
  return new Refusal('changed-since', { complaints: [{ pointer: '', detail, seen: String(newest) }] })
}

function erasedMeanwhile(): Refusal {
  const detail = 'Somebody was erased from the week’s document while this rota was being judged. Send it again.'
  return new Refusal('changed-since', { complaints: [{ pointer: '', detail }] })
}

export const getRota = call({
  method: 'get',
  path: '/v1/networks/{ods}/weeks/{from}/rotas/{version}',
  name: 'getRota',
  tag: 'Rotas',
  summary: 'Get a rota',
  description:
    'A solve’s report, or a rota made by hand with the rules’ findings. The Accept header selects the format of a report.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods, from, version },
  answers: { 200: { does: 'The rota.', schema: rotaResponse, formats: REPORT_FORMATS } },
  handle:
    ({ kept, ask }) =>
    async ({ params, request }, response) => {
      const { version, ...week } = rotaIn(params, response)
      const found = await required(kept.findRota(week, version), version)
      const rota = found.judgement === null ? async () => found : null
      await answerRota({ request, rota, json: () => rotaJson(week, found) }, response, { ask })
    },
})

export async function required(finding: Promise<KeptRota | null>, version: number): Promise<KeptRota> {
  const rota = await finding
  if (rota === null) throw noSuchRota(String(version))
  return rota
}

export function entryOf(rota: RotaVersion): RotaEntry {
  const { version, source, solve, status, documentHash, documentVersion, madeAt, madeBy } = rota
  const { publishedAt, publishedBy, publishedWeeks, supersededAt } = rota
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
    ...(supersededAt === null ? {} : { superseded: supersededAt.toISOString() }),
  }
}

/** JSON of a `rotaResponse`, spliced together from what is stored: parsing many weeks would block the event loop. */
export function rotaJson({ network, weekFrom }: WeekOf, rota: KeptRota): string {
  const entry = JSON.stringify({ network, weekFrom, ...entryOf(rota) })
  if (rota.judgement === null) return withField(entry, 'report', rota.body)
  return withField(joined(entry, rota.body), 'judgement', rota.judgement)
}
