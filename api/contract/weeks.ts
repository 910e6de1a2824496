/** Schemas of a network's weeks: documents, rotas, publications, the audit log. */
import { z } from 'zod'
import { assignmentRequest } from './documents.ts'
import { named } from './named.ts'
import { digits, limitUpTo, NINE_DIGITS } from './page.ts'
import { remarksResponse } from './problem.ts'
import { assignmentResponse, clinicResponse, judgementResponse, reportResponse } from './report.ts'
import { day, hash, person } from './strings.ts'

// Requests. Documents and rotas have their own schemas, in src/intake.

export const versionQuery = z.strictObject({
  version: digits(1, NINE_DIGITS).transform(Number).exactOptional().describe('Default: the newest.'),
})

export const auditQuery = z.strictObject({
  before: z
    .string()
    .regex(/^\d{1,18}$/, 'must be the id of an entry.')
    .exactOptional()
    .describe('The `next` of an earlier page.'),
  limit: limitUpTo(500),
})

/** Schema for the OpenAPI document; `readRota` parses it, with a sentence for each error. */
export const rotaRequest = z.union([
  z.array(assignmentRequest),
  z.strictObject({ assignments: z.array(assignmentRequest), clinics: z.array(clinicResponse).exactOptional() }),
  reportResponse,
])

// Responses.

const moment = z.iso.datetime()
const actor = z.string().describe('Who, as in the audit log: an id, never a name.')
const weekFrom = day.describe('The Monday of a week.')
const publication = named(
  'Publication',
  z.strictObject({
    from: weekFrom.describe('The Monday on which its rota starts, which is earlier if the rota covers several weeks.'),
    version: z.int(),
    at: moment,
    by: actor,
  }),
)

const keptVersion = z.strictObject({ version: z.int(), documentHash: hash, keptAt: moment, keptBy: actor })

export const weeksResponse = z.strictObject({
  network: z.string(),
  weeks: z.array(
    z.strictObject({
      from: weekFrom,
      state: z
        .enum(['open', 'planned', 'published', 'superseded'])
        .describe(
          'Without a rota; with a rota; with a published rota; with a published rota, and planned again since.',
        ),
      document: keptVersion.exactOptional().describe('The latest version.'),
      rota: z.int().exactOptional().describe('The latest version.'),
      published: publication.exactOptional(),
    }),
  ),
})
export type WeeksResponse = z.infer<typeof weeksResponse>

export const keptResponse = z.strictObject({
  version: z.int(),
  documentHash: hash,
  isNew: z.boolean().describe('False if this is identical to the latest version.'),
  remarks: remarksResponse,
})
export type KeptResponse = z.infer<typeof keptResponse>

const rotaEntry = {
  version: z.int(),
  source: z.enum(['solve', 'hand']),
  solve: z.uuid().exactOptional().describe('The operation that made it, while it is stored.'),
  status: z.string().exactOptional().describe('How the solve ended.'),
  documentHash: hash,
  documentVersion: z.int().exactOptional().describe('Version of the document it was made for, if stored.'),
  madeAt: moment,
  madeBy: actor,
  published: z
    .strictObject({ at: moment, by: actor, weeks: z.array(weekFrom).describe('Weeks it is published for.') })
    .exactOptional(),
  superseded: moment
    .exactOptional()
    .describe('When it stopped being published, because another was published instead or it was withdrawn.'),
}
export type RotaEntry = z.infer<z.ZodObject<typeof rotaEntry>>

export const rotasResponse = z.strictObject({
  network: z.string(),
  weekFrom,
  rotas: z.array(named('RotaEntry', z.strictObject(rotaEntry))),
})
export type RotasResponse = z.infer<typeof rotasResponse>

export const rotaResponse = named(
  'Rota',
  z.strictObject({
    network: z.string(),
    weekFrom,
    ...rotaEntry,
    report: reportResponse.exactOptional().describe('The report of a solve.'),
    assignments: z
      .array(assignmentResponse)
      .exactOptional()
      .describe('Only for a rota made by hand, like the following fields.'),
    clinics: z.array(clinicResponse).exactOptional(),
    judgement: judgementResponse.exactOptional(),
  }),
)

/** A published rota, and what it replaced. */
export const publicationResponse = rotaResponse.extend({
  replaces: z
    .array(
      z.strictObject({
        weekFrom,
        version: z.int(),
        weeks: z.array(weekFrom).describe('Weeks now covered by the new rota.'),
        left: z.array(weekFrom).describe('Weeks still covered by this one; if none, it is withdrawn.'),
      }),
    )
    .describe('What was previously published for these weeks.'),
  affected: z.array(person).describe('People whose published sessions are no longer what they were.'),
})

const idsAndNames = z.array(z.strictObject({ id: z.string(), name: z.string() }))

/** What everybody in a network may see: who works where and when. */
export const publishedResponse = z.strictObject({
  network: z.string(),
  networkName: z.string(),
  weekFrom,
  rota: z
    .strictObject({ from: weekFrom, weeks: z.int(), version: z.int() })
    .describe('The week’s published rota, with its first day and number of weeks.'),
  publishedAt: moment,
  publishedBy: actor,
  parts: z.array(
    z.strictObject({
      id: z.string(),
      starts: z.string(),
      ends: z.string(),
      days: z.array(z.string()).describe('Of the week: `mon`.'),
    }),
  ),
  sites: idsAndNames,
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.string() })),
  assignments: z.array(assignmentResponse).describe('Assignments of this week.'),
})
export type PublishedResponse = z.infer<typeof publishedResponse>

export const auditResponse = z.strictObject({
  entries: z.array(z.strictObject({ id: z.string(), at: moment, actor, action: z.string(), subject: z.string() })),
  next: z.string().exactOptional().describe('`before` for the next page, if there is one.'),
})
export type AuditResponse = z.infer<typeof auditResponse>

const rows = z.array(z.record(z.string(), z.unknown()))
const elsewhere = z
  .array(z.strictObject({ pointer: z.string(), value: z.unknown() }))
  .describe('Every other place: rows with their id, as in rules, or text with their name.')

/** Everything stored about one person. */
export const personResponse = z.strictObject({
  network: z.string(),
  person: z.string(),
  documents: z.array(
    z.strictObject({
      documentHash: hash,
      weekFrom,
      entry: z
        .record(z.string(), z.unknown())
        .exactOptional()
        .describe('The person’s entry in the document; omitted if they are only named in free text.'),
      pins: rows,
      published: rows,
      history: rows,
      before: rows,
      elsewhere,
    }),
  ),
  records: z
    .array(
      z.strictObject({
        recordHash: hash,
        entry: z.record(z.string(), z.unknown()).exactOptional(),
        leave: rows,
        wishes: rows,
        elsewhere,
      }),
    )
    .describe('Versions of the network’s record.'),
  rotas: z.array(
    z.strictObject({
      weekFrom,
      version: z.int(),
      assignments: rows,
      figures: rows,
      findings: z.array(z.string()),
      elsewhere,
    }),
  ),
  swaps: z.array(
    z.strictObject({ id: z.uuid(), weekFrom, version: z.int(), state: z.string(), sides: rows, elsewhere }),
  ),
  operations: z
    .array(z.strictObject({ id: z.uuid(), kind: z.string(), submittedAt: moment, elsewhere }))
    .describe('Replans, comparisons, mixes and stress tests that mention them beside their document.'),
})
export type PersonResponse = z.infer<typeof personResponse>

export const erasedResponse = z.strictObject({
  person: z.string().describe('The id that replaces the erased one.'),
  documents: z.int().describe('Documents and versions of the record that were changed.'),
  rotas: z.int(),
  operations: z.int().describe('Replans, comparisons, mixes and stress tests about them: deleted, with their results.'),
})
export type ErasedResponse = z.infer<typeof erasedResponse>
