/** Exports, as the service is asked for them. */
import { z } from 'zod'
import { EXPORT_FORMATS } from '../export-formats.ts'
import { documentRequest } from './documents.ts'
import { rotaRequest } from './weeks.ts'

/** Only its outermost shape is read by this: both parts have readers of their own. */
export const exportRequest = z.strictObject({ document: z.unknown(), rota: z.unknown() })

/** As returned to callers. */
export const exportShape = z.strictObject({ document: documentRequest, rota: rotaRequest })

export const exportQuery = z.strictObject({
  as: z
    .enum(EXPORT_FORMATS.map(({ name }) => name))
    .describe(EXPORT_FORMATS.map(({ name, does }) => `\`${name}\`: ${does}.`).join(' ')),
})
