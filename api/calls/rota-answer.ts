/** Sends a rota in the format the caller accepts: JSON, or its report in any other output format. */
import type { Request, Response } from 'express'
import { jsonReport } from '../../src/output/json/json-report.ts'
import { REPORT_FORMATS } from '../../src/output/output-formats.ts'
import type { Deps } from '../deps.ts'
import { negotiated, notAvailable } from '../negotiation.ts'
import { whoOf } from '../protection.ts'
import type { KeptRota } from '../store/rotas.ts'

export interface RotaAnswer {
  readonly request: Request
  /** The rota with its document, if it has a report; null if it is available as JSON only. */
  readonly rota: (() => Promise<KeptRota | null>) | null
  /** The whole response as JSON. */
  readonly json: () => string
}

const JSON_ONLY = [jsonReport]

export async function answerRota({ request, rota, json }: RotaAnswer, response: Response, { ask }: Pick<Deps, 'ask'>) {
  const format = negotiated(request, response, rota === null ? JSON_ONLY : REPORT_FORMATS)
  if (format === jsonReport) return void response.type('json').send(json())
  const found = await rota?.()
  const asked = found ? { document: found.document, report: found.body, format: format.name } : null
  // Reports of earlier versions of this program may lack data a writer needs.
  const written = asked && (await ask('write', asked, { who: whoOf(response) }))
  if (written === null) throw notAvailable(JSON_ONLY, request.get('accept'))
  response.type(format.mediaType).send(typeof written === 'string' ? written : Buffer.from(written))
}
