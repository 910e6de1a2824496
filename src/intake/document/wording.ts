/** Turns zod issues into our own complaints, suggesting the nearest known field or word. */
import { z } from 'zod'
import type { Complaints } from './complaints.ts'

type Path = readonly (string | number)[]

/** Reports every issue. `at` is the value's path in the document. */
export function complainOf(
  issues: readonly z.core.$ZodIssue[],
  input: { at: Path; value: unknown; schema: z.ZodType },
  complaints: Complaints,
): void {
  for (const issue of issues) {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    const at = [...input.at, ...path]
    const seen = valueAt(input.value, path)
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsOf(schemaAt(input.schema, path))
      for (const key of issue.keys) complaints.add([...at, key], unknownField(known), { seen: key, among: known })
    } else if (seen === undefined) {
      complaints.add(at, missing(String(at.at(-1) ?? 'document').slice(0, 80), issue))
    } else {
      complaints.add(at, sentence(at, issue, seen), { seen, ...suggestion(issue) })
    }
  }
}

function missing(name: string, issue: z.core.$ZodIssue): string {
  // A field of any type only has to be present.
  const isAnything = issue.code === 'invalid_type' && issue.expected === 'nonoptional'
  return isAnything ? `"${name}" is missing.` : `"${name}" is missing: it ${expectation(issue)}`
}

function unknownField(known: readonly string[]): string {
  return `Unknown field; the fields here are ${known.join(', ')}.`
}

/** "sessions" must be a number. */
function sentence(at: Path, issue: z.core.$ZodIssue, seen: unknown): string {
  const last = at.at(-1)
  const subject = last === undefined ? 'The document' : typeof last === 'number' ? 'This' : `"${last.slice(0, 80)}"`
  const endless = typeof seen === 'number' && !Number.isFinite(seen)
  return `${subject} ${endless ? 'must be a finite number.' : expectation(issue)}`
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'must be text.',
  number: 'must be a number.',
  int: 'must be a whole number.',
  boolean: 'must be true or false.',
  array: 'must be a list.',
  tuple: 'must be a list.',
  object: 'must be an object with fields.',
  record: 'must be an object with fields.',
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? `must be a ${issue.expected}.`
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`
    case 'too_small':
      return issue.origin === 'array'
        ? `must have at least ${Number(issue.minimum) === 1 ? 'one entry' : `${issue.minimum} entries`}.`
        : `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}.`
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int' ? `must be at most ${issue.maximum}.` : issue.message
    case 'invalid_format':
      // Custom formats have their own message.
      return issue.format === 'email' ? 'must be an email address, such as name@example.org.' : issue.message
    default:
      return issue.message
  }
}

function suggestion(issue: z.core.$ZodIssue): { among?: string[]; maybe?: string } {
  if (issue.code !== 'invalid_value') return {}
  const words = issue.values.map(String)
  return words.length === 1 ? { maybe: words.join() } : { among: words }
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = Object.entries(here).find(([key]) => key === String(step))?.[1]
  }
  return here
}

function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType {
  let here = bare(schema)
  for (const step of path) {
    if (here instanceof z.ZodObject) here = bare(here.shape[step] ?? here)
    else if (here instanceof z.ZodArray) here = bare(here.element)
    else if (here instanceof z.ZodRecord) here = bare(here.valueType)
  }
  return here
}

function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? bare(schema.unwrap())
    : schema
}

function fieldsOf(schema: z.core.$ZodType): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}
