/** Every rule as a page of Markdown. */
import type { Rule, RuleNumber } from '../../solver/rule.ts'
import { RULES, RULES_VERSION } from '../../solver/rules/index.ts'
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
    `Made from the rules themselves by \`npm run rules-page\`; do not edit. Version ${RULES_VERSION}.`,
    '',
    'Levels are decided in this order, each before the next is looked at. A document sets a rule under `rules`, by its id:',
    'its `level`, its `weight` within the level, its own numbers, or `false` to leave it out. Rules of the level `never` keep it.',
    '',
    ...levels,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function ruleLines({ id, title, why, unit, numbers = {} }: Rule): string[] {
  const rows = Object.entries(numbers).map(([name, number]) => numberRow(name, number))
  const table = rows.length === 0 ? [] : ['', '| number | default | meaning | source |', '|---|---|---|---|', ...rows]
  return [`### \`${id}\`: ${title}`, '', `${why} Counted in ${unit}.`, ...table, '']
}

function numberRow(name: string, { default: usual, meaning, source }: RuleNumber): string {
  const shown = usual === null ? 'not set' : `\`${JSON.stringify(usual)}\``
  return `| \`${name}\` | ${shown} | ${meaning} | ${source} |`
}
