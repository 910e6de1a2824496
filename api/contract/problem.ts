/** application/problem+json (RFC 9457) as the service answers it. */
import { z } from 'zod'

export const complaintResponse = z.strictObject({
  pointer: z.string(),
  detail: z.string(),
  seen: z.string().exactOptional(),
  maybe: z.string().exactOptional(),
})

export const remarksResponse = z
  .array(
    z.strictObject({
      pointer: z.string().describe('JSON Pointer (RFC 6901) into the document.'),
      detail: z.string(),
      maybe: z.string().exactOptional(),
    }),
  )
  .describe('What the document says and is accepted, but is probably a mistake.')

export const problemResponse = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  errors: z.array(complaintResponse).exactOptional(),
})
