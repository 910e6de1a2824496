/** Formats docs/twelve-weeks.md from the weeks and their recount. */
import {
  historyFlaws,
  type PersonShare,
  sharesOf,
  unevenness,
  type Week,
  waitingAtStart,
  waitingFlaws,
} from './recount.ts'

export interface TwelveWeeks {
  readonly file: string
  readonly seconds: number
  readonly with: readonly Week[]
  readonly without: readonly Week[]
}

export function twelveWeeksPage({ file, seconds, with: kept, without }: TwelveWeeks): string {
  const flaws = [...historyFlaws(kept), ...waitingFlaws(kept)]
  const rows = kept.reduce((sum, { document }) => sum + (document.history ?? []).length, 0)
  const [before, after] = [unevenness(without), unevenness(kept)]
  return `# Twelve weeks, one after the other

${kept.length} weeks of \`${file}\`, each drawn from a record, solved for ${seconds} processor seconds, published, and carried over to the
next. Everybody takes a week of leave in turn, one GP leaves in the seventh week and one joins in the fifth. Regenerate with
\`npm run -s twelve-weeks -- ${file} --seconds ${seconds} -o docs/twelve-weeks.md\`.

## Recount

\`scripts/twelve-weeks/recount.ts\` imports nothing of the program. It counts ${rows} rows of history again from the published assignments, and each
waiting list from those waiting, arriving and coming back in the week before, less those seen.

${flaws.length === 0 ? '**No difference: nothing drifts, and nothing is counted twice.**' : flaws.map((flaw) => `- ${flaw}`).join('\n')}

## Waiting list

Contacts waiting on Monday, by week:

| ${kept.map(({ document }) => document.week.from.slice(5)).join(' | ')} |
|${kept.map(() => '---:').join('|')}|
| ${kept.map((week) => Math.round(waitingAtStart(week))).join(' | ')} |

## Fairness

Sessions away from a share in proportion to sessions worked, over all ${kept.length} weeks, within each role: with history, and drawn without.
Whoever never works on Fridays counts as having too few of them, so that Mondays and Fridays are mostly their patterns; duties are what
the programme can share out.

| kind | mean, without | mean, with | most, without | most, with |
|---|---:|---:|---:|---:|
${after.map(({ kind, mean, most }, n) => `| ${kind} | ${(before[n]?.mean ?? 0).toFixed(2)} | ${mean.toFixed(2)} | ${(before[n]?.most ?? 0).toFixed(2)} | ${most.toFixed(2)} |`).join('\n')}

### Person by person

Duties, which the programme can share out, by person: how many sessions each worked, their fair share of all duties of their role and what they had.

| person | sessions, without | share | duties | off by | sessions, with | share | duties | off by |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
${personRows(without, kept)}
`
}

/** Everybody eligible for duty, those furthest from their share without history first. */
function personRows(without: readonly Week[], kept: readonly Week[]): string {
  const [before, after] = [sharesOf(without, 'duties'), sharesOf(kept, 'duties')]
  const people = [...new Set([...before, ...after].map(({ person }) => person))]
  const of = (shares: readonly PersonShare[], id: string) => shares.find(({ person }) => person === id)
  const cells = (one: PersonShare | undefined) =>
    one === undefined
      ? ['', '', '', '']
      : [one.sessions, one.share.toFixed(1), one.count, signed(one.count - one.share)].map(String)
  const distance = (id: string) => Math.abs((of(before, id)?.count ?? 0) - (of(before, id)?.share ?? 0))
  return people
    .sort((a, b) => distance(b) - distance(a))
    .map((id) => `| ${[id, ...cells(of(before, id)), ...cells(of(after, id))].join(' | ')} |`)
    .join('\n')
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`
}
