import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { headerOf, inequalityOf, rulesPage } from '../../scripts/rules-page/page.ts'
import { RULES } from '../../solver/rules/index.ts'
import { ROOT } from '../source-files.ts'

describe('the page of rules', () => {
  it('is what the rules say today (if not: npm run rules-page)', () => {
    expect(readFileSync(`${ROOT}docs/rules.md`, 'utf8')).toBe(rulesPage())
  })
})

describe('THE LIST', () => {
  it('has every file of solver/rules, under its own name', () => {
    const all = readdirSync(`${ROOT}solver/rules`).filter(
      (name) => name.endsWith('.ts') && !['index.ts', 'rule.ts'].includes(name),
    )
    // Rows that are too many for a rule's file stand beside it.
    const ids = new Set(RULES.map(({ id }) => id as string))
    const files = all.filter((name) => !ids.has(name.replace(/-rows\.ts$/, '')))
    expect(files.sort()).toEqual(RULES.map((rule) => `${rule.id}.ts`).sort())
  })

  it('has a test of its own for every rule, under its name', () => {
    const tests = new Set(readdirSync(`${ROOT}tests/rules`))
    expect(RULES.map((rule) => `${rule.id}.test.ts`).filter((name) => !tests.has(name))).toEqual([])
  })

  it('takes for granted only rules that stand in it', () => {
    const ids = new Set(RULES.map((rule) => rule.id))
    expect(RULES.flatMap((rule) => rule.assumes ?? []).filter((id) => !ids.has(id))).toEqual([])
  })
})

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('opens its file with its sentence, and says under it what it asks', () => {
    expect(headerOf(id).startsWith(`${rule.title} `)).toBe(true)
    expect(inequalityOf(id)).toMatch(/[=≤≥]|Amount/)
  })

  it('gives a reason, a unit, and of each number its meaning and where it comes from', () => {
    const words = [rule.title, rule.why]
    expect(words.filter((text) => !/^[A-Z].*\.$/s.test(text))).toEqual([])
    expect(rule.unit).not.toBe('')
    for (const number of Object.values(rule.numbers ?? {})) {
      expect(number.meaning.length).toBeGreaterThan(5)
      expect(number.source.length).toBeGreaterThan(5)
    }
  })
})
