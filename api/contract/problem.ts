/** application/problem+json (RFC 9457) as the service answers it. */
import { z } from 'zod'
import { pointer, sentence, word } from './strings.ts'

export const complaintResponse = z.strictObject({
  pointer,
  detail: sentence,
  seen: sentence.exactOptional(),
  maybe: sentence.exactOptional(),
})

export const remarksResponse = z
  .array(
    z.strictObject({
      pointer: pointer.describe('JSON Pointer (RFC 6901) into the document.'),
      detail: sentence,
      maybe: sentence.exactOptional(),
    }),
  )
  .describe('What the document says and is accepted, but is probably a mistake.')

export const problemResponse = z.strictObject({
  type: word,
  title: word,
  status: z.int(),
  errors: z.array(complaintResponse).exactOptional(),
})
