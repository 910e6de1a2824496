/** Schema of application/problem+json (RFC 9457). */
import { z } from 'zod'
import { named } from './named.ts'
import { person, pointer, sentence, word } from './strings.ts'

export const complaintResponse = named(
  'Complaint',
  z.strictObject({
    pointer: pointer.describe(
      'JSON Pointer (RFC 6901) into the body; empty for the whole body, a header or the query.',
    ),
    detail: sentence.describe('What is wrong.'),
    seen: sentence.exactOptional().describe('The value found.'),
    maybe: sentence.exactOptional().describe('What was probably meant, or may help.'),
    candidates: z
      .array(z.strictObject({ id: person, name: sentence, tells: sentence }))
      .exactOptional()
      .describe('Possible matches, with what distinguishes them.'),
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

export const remarksResponse = z.array(remarkResponse).describe('Valid input that is probably a mistake.')

export const problemResponse = named(
  'Problem',
  z.strictObject({
    type: word.describe('The kind of problem, for programs to act on: `urn:problem-type:rota:…`.'),
    title: word,
    status: z.int(),
    errors: z.array(complaintResponse).exactOptional().describe('Every error found.'),
  }),
)
