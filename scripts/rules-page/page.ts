/** Formats all rules as a Markdown page, including the inequality in words from the top of each rule's file. */
import { readFileSync } from 'node:fs'
import type { RuleNumber } from '../../solver/facts/rule-facts.ts'
import { RULES, RULES_VERSION } from '../../solver/rules/index.ts'
import type { Rule } from '../../solver/rules/rule.ts'
import { LEVELS } from '../../src/breach.ts'
import { LEVEL_NAMES } from '../../src/output/levels.ts'

/** The text of docs/rules.md. */
export function rulesPage(): string {
  const levels = LEVELS.flatMap((level) => {
    const rules = RULES.filter((rule) => rule.level === level)
    return rules.length === 0 ? [] : [`## ${LEVEL_NAMES[level]} (\`${level}\`)`, '', ...rules.flatMap(ruleLines)]
  })
  return [
    '# Rules',
    '',
    `Generated from the rules by \`npm run rules-page\`; do not edit. Version ${RULES_VERSION}.`,
    '',
    'Levels are settled in this order, each before the next is considered. A document configures a rule by its id under `rules`:',
    'its `level`, its `weight` within the level, its own settings, or `false` to switch it off. Rules of level `never` stay there, except those that say a network may move them.',
    '',
    ...levels,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function ruleLines({ id, title, mayBend, why, unit, weight, numbers = {} }: Rule): string[] {
  const rows = Object.entries(numbers).map(([name, number]) => numberRow(name, number))
  const table = rows.length === 0 ? [] : ['', '| setting | default | meaning | source |', '|---|---|---|---|', ...rows]
  const bends = mayBend ? ' A network may move it to another level, or switch it off.' : ''
  const counted =
    weight === undefined ? `Counted in ${unit}.` : `Counted in ${unit}, each worth ${weight} within its level.`
  return [`### \`${id}\`: ${title}`, '', inequalityOf(id), '', `Reason: ${why} ${counted}${bends}`, ...table, '']
}

/** The text after the sentence in a rule file's opening comment, as one paragraph. */
export function inequalityOf(rule: string): string {
  const [, ...rest] = headerOf(rule).split(/(?<=\.) (?=[A-Z])/)
  return rest.join(' ')
}

/** A rule file's opening comment, without asterisks and line breaks. */
export function headerOf(rule: string): string {
  const text = readFileSync(new URL(`../../solver/rules/${rule}.ts`, import.meta.url), 'utf8')
  const comment = /^\/\*\*(.*?)\*\//s.exec(text)?.[1] ?? ''
  return comment.replace(/\s*\n \*\s?/g, ' ').trim()
}

function numberRow(name: string, { default: usual, meaning, source }: RuleNumber): string {
  const shown = usual === null ? 'not set' : `\`${JSON.stringify(usual)}\``
  return `| \`${name}\` | ${shown} | ${meaning} | ${source} |`
}
