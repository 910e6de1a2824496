/** Schemas of report and judgement. The types are handwritten in src/report.ts; the two must agree. */
import { z } from 'zod'
import { ACTORS } from '../../src/action.ts'
import { LEVELS } from '../../src/breach.ts'
import { PLANS } from '../../src/policy.ts'
import type { Judgement, Report } from '../../src/report.ts'
import { PATIENT_WORKS, WORKS } from '../../src/rota.ts'
import type { Agrees } from './agrees.ts'
import { named } from './named.ts'
import { remarksResponse } from './problem.ts'
import { day, person, sentence, word } from './strings.ts'
import { weekBook } from './week-book.ts'

export const level = named('Level', z.enum(LEVELS))
const moment = { date: day, part: word }
const figure = { due: z.number(), inTime: z.number(), share: z.number() }
const figureResponse = named('Figure', z.strictObject(figure))

const levelResponse = named(
  'LevelResult',
  z.strictObject({
    level,
    value: z.number(),
    bound: z.number(),
    gap: z.number(),
    seconds: z.number(),
    unit: word,
    floor: z.number(),
  }),
)

const auditResponse = named(
  'Audit',
  z.strictObject({
    agrees: z.boolean(),
    rules: z.array(z.strictObject({ rule: word, model: z.number(), rota: z.number() })),
  }),
)

export const assignmentResponse = named(
  'Assignment',
  z.strictObject({
    person,
    ...moment,
    site: word,
    work: z.enum(WORKS),
    remote: z.literal(true).exactOptional(),
  }),
)

export const clinicResponse = named(
  'Clinic',
  z.strictObject({
    ...moment,
    site: word,
    role: word,
    skills: z.array(word).exactOptional(),
    work: z.enum(PATIENT_WORKS),
    need: word,
    patientsOf: word,
    contacts: z.number(),
  }),
)

const urgentResponse = z.strictObject({
  ...figure,
  atMean: figureResponse.describe('What the same rota meets at expected (mean) demand.'),
})

const access = {
  urgent: urgentResponse.describe(
    'By the official measure of same-day access; if no need counts towards it, all same-day needs.',
  ),
  routine: figureResponse.describe('All other needs, against their own targets.'),
  withinOneWeek: figureResponse.describe('Of the non-urgent contacts met, those met within seven days of the request.'),
  withinTwoWeeks: figureResponse,
  overdue: z
    .strictObject({
      contacts: z.number(),
      days: z.int().describe('Longest wait past the target, in calendar days.'),
      waiting: z.number().describe('Those still waiting at the end.'),
    })
    .describe('Routine contacts not met by their target.'),
}

const serviceResponse = named(
  'Access',
  z.strictObject({
    plan: z
      .enum(PLANS)
      .describe('The level at which same-day need is planned and counted: its mean or its 80th percentile.'),
    ...access,
    sameDay: urgentResponse.describe('All same-day needs, including triage.'),
    unmet: z.array(
      z.strictObject({
        site: word,
        need: word,
        date: day,
        contacts: z.number(),
        cause: sentence.exactOptional(),
      }),
    ),
    bySite: z.array(z.strictObject({ site: word, ...access, waiting: z.number() })),
    byNeed: z.array(z.strictObject({ ...figure, need: word, waiting: z.number() })),
    byDay: z.array(z.strictObject({ ...figure, date: day, site: word })),
  }),
)

export const findingResponse = named(
  'Finding',
  z.strictObject({
    rule: word,
    level,
    amount: z.number(),
    weight: z.number().exactOptional(),
    date: day.exactOptional(),
    part: word.exactOptional(),
    week: z.int().exactOptional(),
    site: word.exactOptional(),
    need: word.exactOptional(),
    role: word.exactOptional(),
    people: z.array(person),
    sentence,
    cause: sentence.exactOptional(),
  }),
)

const actionResponse = named(
  'Action',
  z.strictObject({
    who: z.enum(ACTORS),
    site: word.exactOptional().describe('The practice, if its manager has to act.'),
    level,
    fact: sentence.describe('The problem, as briefly as possible.'),
    sentence: sentence.describe('What to do.'),
    why: sentence.exactOptional(),
    findings: z.int().describe('How many findings it covers.'),
  }),
)

const coverResponse = z.array(z.strictObject({ site: word, ...moment, people: z.number(), minimum: z.number() }))

const personResponse = named(
  'PersonFigures',
  z.strictObject({
    id: person,
    sessions: z.number(),
    contractSessions: z.number(),
    sites: z.number(),
    contactsPerDayMax: z.number(),
    protectedOwed: z.number().exactOptional(),
    fairness: z.record(word, z.number()),
  }),
)

const scheme = z.strictObject({ used: z.number(), of: z.number(), source: word })
const costResponse = named(
  'Cost',
  z.strictObject({
    total: z.number(),
    byFunding: z.record(word, z.number()),
    allowance: z.strictObject({ arrs: scheme.exactOptional(), practiceGp: scheme.exactOptional() }),
  }),
)

const basisResponse = named(
  'Basis',
  z
    .strictObject({
      safety: z.array(sentence).describe('Subjects of the safety rules in force, in a few words each.'),
      safeDays: z
        .array(
          z.strictObject({
            role: word,
            contacts: z.number(),
            minutes: z.number(),
            preset: z.enum(['BMA_SAFE', 'AS_WORKED', 'STRETCHED']).exactOptional(),
          }),
        )
        .describe(
          'Contacts that are safe for one person in a day of two sessions, each of this many minutes; shorter ones count less.',
        ),
      enhancedAccess: z
        .strictObject({ offered: z.number(), owed: z.number().exactOptional() })
        .nullable()
        .describe('Minutes with patients in evenings and on Saturdays; null if the document has no such sessions.'),
    })
    .describe('What a reader has to know to understand the figures.'),
)

const clash = { sentences: z.array(sentence), rules: z.array(word) }
export const clashResponse = named(
  'Clash',
  z.strictObject({
    ...clash,
    repairs: z.array(z.strictObject({ sentence, verified: z.boolean() })),
    others: z.array(z.strictObject(clash)).exactOptional(),
  }),
)

const stampResponse = named(
  'Stamp',
  z.strictObject({
    engine: word,
    engineVersion: word,
    engineWhy: word,
    seed: z.number(),
    documentHash: word,
    rulesVersion: word,
    seconds: z.number(),
    checked: z.boolean(),
    columns: z.number(),
    wholeColumns: z.number(),
    rows: z.number(),
  }),
)

const waitingResponse = z
  .array(z.strictObject({ site: word, need: word, asked: day, contacts: z.number() }))
  .describe(
    'Contacts that still wait at the end, by the day on which they asked; the day after the last for those whom the last session sends back to a GP. Same-day needs are not among them.',
  )

export const reportResponse = named(
  'Report',
  z.strictObject({
    format: z.literal('report/1'),
    status: z.enum(['optimal', 'within-gap', 'out-of-time', 'impossible', 'no-rota', 'stopped']),
    disputed: z.boolean(),
    note: sentence.exactOptional(),
    synthetic: z.literal(true).exactOptional().describe('The people are synthetic.'),
    remarks: remarksResponse,
    network: z.strictObject({ ods: word, name: word }),
    week: z.strictObject({ from: day, weeks: z.number() }),
    levels: z.array(levelResponse),
    audit: auditResponse,
    assignments: z.array(assignmentResponse),
    clinics: z.array(clinicResponse),
    service: serviceResponse,
    waiting: waitingResponse,
    cover: coverResponse,
    findings: z.array(findingResponse),
    actions: z.array(actionResponse).describe('What can be done and by whom, most urgent first.'),
    people: z.array(personResponse),
    unassigned: z.array(z.strictObject({ person, sessions: z.number(), week: day.exactOptional() })),
    cost: costResponse,
    basis: basisResponse.exactOptional(),
    ...weekBook,
    clash: clashResponse.exactOptional(),
    stamp: stampResponse,
  }),
)

const judgedLevelResponse = levelResponse
  .omit({ seconds: true })
  .extend({ bound: z.number().exactOptional(), gap: z.number().exactOptional() })

export const judgementResponse = named(
  'Judgement',
  z.strictObject({
    remarks: remarksResponse,
    levels: z.array(judgedLevelResponse).describe('In order; `never` only if such a rule is broken.'),
    findings: z.array(findingResponse),
    agrees: z.boolean(),
    clinicPlan: z
      .enum(['given', 'exact'])
      .describe('`exact`: the rota came without clinics and is judged with the best that its people could hold.'),
    byTelephone: z
      .array(z.strictObject({ person, ...moment, site: word }))
      .exactOptional()
      .describe('People whom that plan has work by telephone, because rooms are short and the rota does not say.'),
    service: serviceResponse,
    actions: z
      .array(actionResponse)
      .exactOptional()
      .describe(
        'As in a report, like `waiting`, `cover`, `people` and `cost`. A judgement stored by a version before 0.3 lacks the five.',
      ),
    waiting: waitingResponse.exactOptional(),
    cover: coverResponse.exactOptional(),
    people: z.array(personResponse).exactOptional(),
    cost: costResponse.exactOptional(),
  }),
)

/** Fails to compile if the schema and the handwritten type differ. */
export const RESPONSES_AGREE: [
  Agrees<z.infer<typeof reportResponse>, Report>,
  Agrees<z.infer<typeof judgementResponse>, Judgement>,
] = [true, true]
