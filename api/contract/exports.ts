/** Schemas of export requests. */
import { z } from 'zod'
import { EXPORT_FORMATS } from '../export-formats.ts'
import { documentRequest } from './documents.ts'
import { rotaRequest } from './weeks.ts'

/** Parses only the outermost shape: both parts have their own readers. */
export const exportRequest = z.strictObject({ document: z.unknown(), rota: z.unknown() })

/** Schema for the OpenAPI document. */
export const exportShape = z.strictObject({ document: documentRequest, rota: rotaRequest })

export const exportQuery = z.strictObject({
  as: z
    .enum(EXPORT_FORMATS.map(({ name }) => name))
    .describe(EXPORT_FORMATS.map(({ name, does }) => `\`${name}\`: ${does}.`).join(' ')),
})
