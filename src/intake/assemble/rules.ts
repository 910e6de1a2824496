/** A document's rule settings and solve options. */
import { LEVELS } from '../../breach.ts'
import { type RuleSetting, SOLVE_DEFAULTS } from '../../policy.ts'
import type { SolveSettings } from '../../problem.ts'
import type { RotaDocument } from '../rota-document.ts'
import { RULE } from './defaults.ts'

/** Ids of the people in the document. */
type People = Pick<ReadonlySet<string>, 'has'>

export function rulesOf(document: RotaDocument, people: People): ReadonlyMap<string, RuleSetting> {
  return new Map(
    Object.entries(document.rules ?? {}).map(([id, given]): [string, RuleSetting] => {
      if (given === false) return [id, { ...RULE, off: true, numbers: {} }]
      const { level, weight, ...numbers } = given
      return [
        id,
        {
          off: false,
          level: LEVELS.find((known) => known === level) ?? RULE.level,
          weight: weight ?? RULE.weight,
          numbers: withoutLeavers(numbers, people),
        },
      ]
    }),
  )
}

/** Drops rows that no longer have an effect: those naming one person who has left, or several people of whom fewer than two remain. */
function withoutLeavers(numbers: Readonly<Record<string, unknown>>, people: People): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.flatMap((row: unknown) => rowWithout(row, people)) : value,
    ]),
  )
}

function rowWithout(row: unknown, here: People): unknown[] {
  if (typeof row !== 'object' || row === null) return [row]
  if ('person' in row && typeof row.person === 'string' && !here.has(row.person)) return []
  if (!('people' in row) || !Array.isArray(row.people)) return [row]
  const people = row.people.filter((person: unknown) => typeof person === 'string' && here.has(person))
  return people.length < 2 ? [] : [{ ...row, people }]
}

export function solveOf(document: RotaDocument): SolveSettings {
  return { ...SOLVE_DEFAULTS, ...document.solve }
}
