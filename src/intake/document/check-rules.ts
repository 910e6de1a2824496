/** Checks a document's rule settings against the rule book. */
import { z } from 'zod'
import { LEVELS } from '../../breach.ts'
import { type NumberShape, PAIRINGS, type RuleEntry, WORKLOADS } from '../../policy.ts'
import { isDay } from '../../time.ts'
import { type At, type Check, checkId, checkIds, checkTwice } from './check.ts'
import { holding } from './holds.ts'
import { ruleSchema } from './schema.ts'
import type { Sections } from './sections.ts'
import { complainOf } from './wording.ts'

export function checkRules({ rules }: Sections, ruleBook: readonly RuleEntry[], check: Check): void {
  const byId = new Map(ruleBook.map((entry) => [entry.id, entry]))
  for (const [id, given] of rules) {
    const entry = byId.get(id)
    if (!entry) check.complaints.add(['rules', id], 'There is no rule with this id.', { seen: id, among: byId.keys() })
    else checkRule(entry, given, check)
  }
}

function checkRule(entry: RuleEntry, given: unknown, check: Check): void {
  const at = ['rules', entry.id]
  if (given === false) {
    if (isFirm(entry)) check.complaints.add(at, `${firm(entry)} cannot be switched off.`, { seen: false })
    return
  }
  const read = ruleSchema.safeParse(given)
  if (!read.success) {
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
      complainOf(read.error.issues, { at, value: given, schema: ruleSchema }, check.complaints)
    } else
      check.complaints.add(
        at,
        'This must be false (switched off) or an object with "level", "weight" or the rule’s own settings.',
        { seen: given },
      )
    return
  }
  const { level, weight: _, ...numbers } = read.data
  checkLevel(entry, level, check)
  for (const [name, value] of Object.entries(numbers)) {
    const shape = Object.hasOwn(entry.numbers, name) ? entry.numbers[name] : undefined
    const fields = ['level', 'weight', ...Object.keys(entry.numbers)]
    if (shape) checkNumber(shape, { at: [...at, name], value }, check)
    else
      check.complaints.add([...at, name], `This rule has no such setting; it has ${fields.join(', ')}.`, {
        seen: name,
        among: fields,
      })
  }
}

function checkLevel(entry: RuleEntry, level: string | undefined, check: Check): void {
  const at = ['rules', entry.id, 'level']
  if (level === undefined) return
  if (!LEVELS.some((known) => known === level)) {
    check.complaints.add(at, `"level" must be one of ${LEVELS.join(', ')}.`, { seen: level, among: LEVELS })
  } else if (isFirm(entry) && level !== 'never') {
    check.complaints.add(at, `${firm(entry)} cannot be moved to another level.`, { seen: level, maybe: 'never' })
  }
}

function isFirm({ level, mayBend }: RuleEntry): boolean {
  return level === 'never' && mayBend === undefined
}

function firm(entry: RuleEntry): string {
  return `"${entry.title}" is a rule that must never be broken (level never): it`
}

const clock = holding('word', z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, written as HH:mm.'))
/** An id of anything other than a person. */
const word = holding('word', z.string())
const person = holding('person', z.string())
const ids = z.array(word)
const coverSchema = z.array(
  z.strictObject({
    role: word.exactOptional(),
    people: z.int().min(0).max(1000),
    sites: ids.exactOptional(),
    parts: ids.exactOptional(),
    dates: z
      .array(holding('word', z.string().refine(isDay, 'must be a day that exists, written as YYYY-MM-DD.')))
      .exactOptional(),
    weight: z.number().min(0).max(1e6).exactOptional(),
  }),
)
const partLimitsSchema = z.array(
  z.strictObject({
    role: word.exactOptional(),
    person: person.exactOptional(),
    parts: ids,
    sessions: z.int().min(0).max(1000),
  }),
)
const pairingsSchema = z.array(
  z.strictObject({
    people: z
      .array(person)
      .max(20, 'must not name more than 20 people.')
      .refine((people) => people.length > 1, 'must name two people at least.'),
    how: z.enum(PAIRINGS),
    parts: ids.exactOptional(),
  }),
)
const wantedSchema = z.array(
  z.strictObject({
    role: word.exactOptional(),
    person: person.exactOptional(),
    sessions: z.number().min(0).max(1000),
  }),
)
const whole = z.int().min(0).max(1e9)
const days = z.int().min(-100).max(1e9)
const amount = z.number().min(0).max(1e9)
const share = z.number().min(0).max(1)

/** The schema for each type of rule number. */
export const SHAPES: Readonly<Record<NumberShape, z.ZodType>> = {
  amount,
  whole,
  days,
  share,
  clock,
  roles: ids,
  sites: ids,
  parts: ids,
  needs: ids,
  'site-groups': z.array(ids),
  cover: coverSchema,
  flag: z.boolean(),
  'by-role': z.union([whole, z.record(word, whole)], 'must be a whole number, or an object of them by role.'),
  wanted: wantedSchema,
  'amount-by-role': z.union([amount, z.record(word, amount)], 'must be a number, or an object of them by role.'),
  'share-by-need': z.union([share, z.record(word, share)], 'must be a share (0 to 1), or an object of them by need.'),
  'part-limits': partLimitsSchema,
  pairings: pairingsSchema,
  workload: z.enum(Object.keys(WORKLOADS)),
  'part-pairs': z.array(ids.refine((pair) => pair.length === 2, 'must be a pair of parts.')),
}

/** Unknown people are allowed: a rule may name somebody who has left (remarks/leavers.ts). */
function checkNumber(shape: NumberShape, { at, value }: { at: At; value: unknown }, check: Check): void {
  const schema = SHAPES[shape]
  const read = schema.safeParse(value)
  if (!read.success) complainOf(read.error.issues, { at, value, schema }, check.complaints)
  else if (shape === 'roles' || shape === 'sites' || shape === 'parts' || shape === 'needs')
    checkIds(ids.parse(value), shape, at, check)
  else if (shape === 'site-groups') {
    for (const [n, group] of z.array(ids).parse(value).entries()) checkIds(group, 'sites', [...at, n], check)
  } else if (shape === 'cover') {
    for (const [n, cover] of coverSchema.parse(value).entries()) {
      if (cover.role !== undefined) checkId(cover.role, 'roles', [...at, n, 'role'], check)
      checkIds(cover.sites, 'sites', [...at, n, 'sites'], check)
      checkIds(cover.parts, 'parts', [...at, n, 'parts'], check)
    }
  } else if (shape === 'wanted') {
    for (const [n, { role }] of wantedSchema.parse(value).entries()) checkId(role, 'roles', [...at, n, 'role'], check)
  } else if (shape === 'part-limits') {
    for (const [n, { role, parts }] of partLimitsSchema.parse(value).entries()) {
      checkId(role, 'roles', [...at, n, 'role'], check)
      checkIds(parts, 'parts', [...at, n, 'parts'], check)
    }
  } else if (shape === 'pairings') {
    for (const [n, { people, parts }] of pairingsSchema.parse(value).entries()) {
      checkTwice(people, [...at, n, 'people'], check)
      checkIds(parts, 'parts', [...at, n, 'parts'], check)
    }
  } else if ((shape === 'by-role' || shape === 'amount-by-role') && typeof value === 'object') {
    for (const role of Object.keys(value ?? {})) checkId(role, 'roles', [...at, role], check)
  } else if (shape === 'share-by-need' && typeof value === 'object') {
    for (const need of Object.keys(value ?? {})) checkId(need, 'needs', [...at, need], check)
  } else if (shape === 'part-pairs') {
    for (const [n, pair] of z.array(ids).parse(value).entries())
      for (const [k, part] of pair.entries()) checkId(part, 'parts', [...at, n, k], check)
  }
}
