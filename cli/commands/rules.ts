import type { RuleNumber } from '../../solver/facts/rule-facts.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { Rule } from '../../solver/rules/rule.ts'
import { LEVELS } from '../../src/breach.ts'
import { LEVEL_NAMES } from '../../src/output/levels.ts'
import { flag } from '../call.ts'
import type { Command } from '../command.ts'
import { jsonText } from '../files.ts'

/** `rota rules`: every rule with its sentence, level and settings. */
export const rules: Command = {
  name: 'rules',
  does: 'Lists every rule with its sentence, level and settings.',
  arguments: [],
  options: [{ name: 'json', kind: 'flag', help: 'print the rules as JSON' }],

  async run(call, world) {
    world.write(flag(call, 'json') ? jsonText(RULES.map(ruleRow)) : `${ruleLines().join('\n')}\n`)
    return 0
  },
}

function ruleRow({ id, title, level, mayBend, why, unit, numbers = {} }: Rule) {
  return { id, title, level, mayBend: mayBend ?? false, why, unit, numbers }
}

function ruleLines(): string[] {
  return LEVELS.flatMap((level) => {
    const mine = RULES.filter((rule) => rule.level === level)
    return mine.length === 0 ? [] : [`${LEVEL_NAMES[level]} (level "${level}")`, ...mine.flatMap(linesOf), '']
  }).slice(0, -1)
}

function linesOf({ id, title, mayBend, numbers = {} }: Rule): string[] {
  return [
    `  ${id}: ${title}${mayBend ? ' (a network may soften this)' : ''}`,
    ...Object.entries(numbers).map(([name, number]) => `      ${name} = ${valueWords(number)}: ${number.meaning}`),
  ]
}

function valueWords(number: RuleNumber): string {
  return number.default === null ? 'not set' : JSON.stringify(number.default)
}
