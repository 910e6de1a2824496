/** Fourteen layouts of real rotas, made by other programs than ours: each is read as it was written down, or rejected cell by cell. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { ImportAnswer, ImportResult } from '../../../../src/intake/imports/import-answer.ts'
import { importFile } from '../../../../src/intake/imports/import-file.ts'
import { ROOT } from '../../../source-files.ts'
import { testContext } from './import-context.ts'
import { LAYOUTS } from './layouts.ts'

function problemsOf({ problems }: ImportAnswer): string[] {
  return problems.map(({ row, column, detail, maybe }) => {
    const near = maybe !== undefined && /^(ward|\d{4}-)/.test(maybe) ? ` (${maybe})` : ''
    return `${column ?? ''}${row ?? ''}: ${detail}${near}`
  })
}

/** Two halves of one day with the same work are one line. */
function sessionsOf({ assignments = [] }: ImportResult): string[] {
  const halves = assignments.map(({ person, date, part, work }) => ({ day: `${person} ${date}`, part, work }))
  const both = (one: (typeof halves)[number]) =>
    halves.some((other) => other.day === one.day && other.work === one.work && other.part !== one.part)
  return [
    ...new Set(halves.map((one) => (both(one) ? `${one.day} ${one.work}` : `${one.day} ${one.part} ${one.work}`))),
  ].sort()
}

it.each(LAYOUTS.map((layout) => [`${layout.file} as ${layout.as}`, layout] as const))('%s', (_, layout) => {
  const { file, as, given, sessions, leave, people, contacts, problems = [] } = layout
  const answer = importFile(readFileSync(`${ROOT}fixtures/layouts/${file}`), as, testContext(given))
  expect(problemsOf(answer).slice(0, Math.max(1, problems.length))).toEqual(problems)
  expect(answer.problems.every(({ maybe }) => maybe !== undefined)).toBe(true)
  expect(answer.result === undefined).toBe(problems.length > 0)
  const result = answer.result ?? {}
  if (sessions !== undefined) expect(sessionsOf(result)).toEqual([...sessions].sort())
  if (leave !== undefined)
    expect(
      result.leave?.map(({ person, from, to, parts = [] }) => [person, from, to, ...parts].join(' ')).sort(),
    ).toEqual([...leave].sort())
  if (people !== undefined)
    expect(result.people?.map(({ name, role, contract }) => `${name}, ${role}, ${contract.sessions}`)).toEqual(people)
  if (contacts !== undefined) expect(result.series?.reduce((sum, one) => sum + one.contacts, 0)).toBe(contacts)
})
