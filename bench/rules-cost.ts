/**
 * Cost of each rule in rows, columns and time: `npm run -s bench:rules [-- --document FILE --seconds N] > docs/rules-cost.md`. Solves the
 * relaxation of all levels of one week, first with every rule and then with each rule switched off in turn, in one engine session. Times
 * are processor seconds, the least affected by other work on the machine. `--share 2/4` measures every fourth rule starting with the
 * second, and prints each line as it is measured.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { highsEngine } from '../solver/engines/highs/highs.ts'
import { floorOf } from '../solver/facts/level-units.ts'
import { isInForce } from '../solver/facts/rule-settings.ts'
import { draftOf } from '../solver/model/build.ts'
import { elasticModel } from '../solver/model/elastic.ts'
import { RULES, RULES_VERSION, ruleBook } from '../solver/rules/index.ts'
import type { Rule } from '../solver/rules/rule.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { machineInWords } from './machine.ts'
import { travel } from './roads.ts'

const { values } = parseArgs({
  options: {
    document: { type: 'string', default: 'fixtures/networks/five-practices.json' },
    seconds: { type: 'string', default: '600' },
    runs: { type: 'string', default: '2' },
    share: { type: 'string', default: '1/1' },
  },
})

interface Size {
  readonly columns: number
  readonly rows: number
}

interface Measured extends Size {
  /** Processor seconds for building the programme, and for its relaxation over all levels. */
  readonly writing: number
  readonly solving: number
  readonly end: string
}

const problem = readDocument(JSON.parse(readFileSync(values.document, 'utf8')), ruleBook())
const inForce = RULES.filter((rule) => isInForce(rule, problem))
const engine = highsEngine()

const [nth = 1, shares = 1] = values.share.split('/').map(Number)
await measured(inForce) // The first run also pays for starting the engine.
const whole = await quickest(inForce)
console.log(head())
for (const [i, rule] of inForce.entries()) {
  if (i % shares !== nth - 1) continue
  // Hard rules stay on: without them it would be a different week.
  if (rule.level === 'never') console.log(rowOf(rule, null))
  else console.log(rowOf(rule, writes(rule) ? await quickest(inForce.filter((other) => other !== rule)) : whole))
}

/** False if the rule requires nothing in this week. */
function writes(rule: Rule): boolean {
  const draft = draftOf(problem, inForce)
  return [...draft.rows, ...draft.charges].some((row) => row.rule === rule.id)
}

/** The quickest of several runs: interference from other work only adds time. */
async function quickest(rules: readonly Rule[]): Promise<Measured> {
  let best = await measured(rules)
  for (let run = 1; run < Number(values.runs); run++) {
    const again = await measured(rules)
    if (again.writing + again.solving < best.writing + best.solving) best = again
  }
  return best
}

async function measured(rules: readonly Rule[]): Promise<Measured> {
  const began = processor()
  const model = elasticModel(draftOf(problem, rules), rules, problem)
  const written = processor()
  const until = performance.now() + 1000 * Number(values.seconds)
  const { end } = await travel(model, {
    engine,
    relaxed: true,
    interior: false,
    warm: true,
    gap: 0,
    floorOf: (level) => floorOf(level, problem),
    left: () => (until - performance.now()) / 1000,
  })
  return {
    columns: model.lp.columns,
    rows: model.lp.rows,
    writing: written - began,
    solving: processor() - written,
    end,
  }
}

function processor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function rowOf(rule: Rule, without: Measured | null): string {
  const own = draftOf(problem, inForce).rows.filter((row) => row.rule === rule.id).length
  const figures =
    without === null
      ? ['–', '–', '–']
      : [
          String(whole.columns - without.columns),
          String(whole.rows - without.rows),
          without === whole
            ? '0'
            : `${signed(whole.writing + whole.solving - without.writing - without.solving)}${without.end === 'done' ? '' : ` (${without.end})`}`,
        ]
  return `| \`${rule.id}\` | ${rule.level} | ${own} | ${figures.join(' | ')} |`
}

function signed(seconds: number): string {
  return `${seconds < 0 ? '−' : ''}${Math.abs(seconds).toFixed(1)}`
}

function head(): string {
  const all = (whole.writing + whole.solving).toFixed(1)
  return [
    '# What each rule costs',
    '',
    `Written by \`npm run -s bench:rules > docs/rules-cost.md\`; rules of version ${RULES_VERSION}. The week of \`${values.document}\` with every rule:`,
    `${whole.columns} columns, ${whole.rows} rows, ${all} processor seconds to write the programme and solve the relaxation of all its`,
    'levels. Each line: the rows that a rule writes into the draft, and how many fewer columns, rows and seconds there are without it.',
    'Hard rules stay in every run: without them it would be a different week. A rule that requires nothing in this week costs',
    `nothing. Runs of each programme, of which the fastest counts: ${values.runs}; differences below a second are noise. A negative`,
    'time means that the rule narrows the search for others.',
    '',
    `${machineInWords()}.`,
    '',
    '| rule | level | own rows | columns | rows | seconds |',
    '|---|---|---|---|---|---|',
  ].join('\n')
}
