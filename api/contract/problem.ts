/** application/problem+json (RFC 9457) as the service answers it. */
import { z } from 'zod'

export const complaintResponse = z.strictObject({
  pointer: z.string(),
  detail: z.string(),
  seen: z.string().exactOptional(),
  maybe: z.string().exactOptional(),
})

export const problemResponse = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  errors: z.array(complaintResponse).exactOptional(),
})
