/** Content negotiation by the `Accept` header (RFC 9110, 12.5.1). */
import type { Request, Response } from 'express'
import type { OutputFormat } from '../src/output/output-format.ts'
import { Refusal } from './problems.ts'

/** The best match among the available formats, the first if any will do. Throws a Refusal if none matches. */
export function negotiated(request: Request, response: Response, available: readonly OutputFormat[]): OutputFormat {
  response.vary('Accept')
  const type = request.accepts(available.map(({ mediaType }) => mediaType))
  const format = available.find(({ mediaType }) => mediaType === type)
  if (format === undefined) throw notAvailable(available, request.get('accept'))
  return format
}

export function notAvailable(available: readonly OutputFormat[], asked = ''): Refusal {
  const types = available.map(({ mediaType }) => mediaType).join(', ')
  const complaint = { pointer: '', detail: `The header Accept must allow ${types}.`, seen: asked.slice(0, 100) }
  return new Refusal('not-acceptable', { complaints: [complaint] })
}
