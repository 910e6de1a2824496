/** What a network may do to rules beside their numbers: switch them off, move their level, weigh them. */
import fc from 'fast-check'
import { RULES } from '../../solver/rules/index.ts'
import { LEVELS } from '../../src/breach.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'

/** The document with a few of its rules off, moved, or of another weight, perhaps zero. Rules that can never bend stay. */
export function withPolicies(documents: fc.Arbitrary<RotaDocument>): fc.Arbitrary<RotaDocument> {
  const bending = RULES.filter((rule) => rule.level !== 'never' || rule.mayBend).map((rule) => rule.id)
  const change = fc.oneof(
    fc.constant(false as const),
    fc.record({ level: fc.constantFrom(...LEVELS) }),
    fc.record({ weight: fc.constantFrom(0, 0.01, 50) }),
  )
  const changes = fc.dictionary(fc.constantFrom(...bending), change, { maxKeys: 6, noNullPrototype: true })
  return fc.tuple(documents, changes).map(([document, changed]) => {
    const own = document.rules ?? {}
    const set = Object.entries(changed).map(([id, change]) => [id, change && { ...own[id], ...change }] as const)
    return { ...document, rules: { ...own, ...Object.fromEntries(set) } }
  })
}
