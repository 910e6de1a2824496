/** application/problem+json (RFC 9457) as the service answers it. */
import { z } from 'zod'
import { named } from './named.ts'
import { person, pointer, sentence, word } from './strings.ts'

export const complaintResponse = named(
  'Complaint',
  z.strictObject({
    pointer: pointer.describe(
      'JSON Pointer (RFC 6901) into the body; empty for the whole of it, a header or the query.',
    ),
    detail: sentence.describe('What is wrong.'),
    seen: sentence.exactOptional().describe('What was there.'),
    maybe: sentence.exactOptional().describe('What may have been meant.'),
    candidates: z
      .array(z.strictObject({ id: person, name: sentence, tells: sentence }))
      .exactOptional()
      .describe('Those that may have been meant, with what tells them apart.'),
  }),
)

const remarkResponse = named(
  'Remark',
  z.strictObject({
    pointer: pointer.describe('JSON Pointer (RFC 6901) into the document.'),
    detail: sentence,
    maybe: sentence.exactOptional(),
  }),
)

export const remarksResponse = z
  .array(remarkResponse)
  .describe('What the document says and is accepted, but is probably a mistake.')

export const problemResponse = named(
  'Problem',
  z.strictObject({
    type: word.describe('The kind of problem, by which programs decide what to do: `urn:problem-type:rota:…`.'),
    title: word,
    status: z.int(),
    errors: z.array(complaintResponse).exactOptional().describe('Every complaint at once.'),
  }),
)
