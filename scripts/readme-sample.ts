/** Regenerates README.md's sample of one practice: `npx tsx scripts/readme-sample.ts`. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const README = fileURLToPath(new URL('../README.md', import.meta.url))
const DOCUMENT = 'fixtures/networks/one-practice.json'
const SITE = 'Alder Road'

/** An omission: from a line with one prefix to the next with the other, and the mark that replaces it. */
interface Omission {
  readonly from: string
  readonly to: string
  readonly mark: string
}

const OF_REPORT: readonly Omission[] = [
  { from: 'Healthcare assistant', to: 'Social prescribing link worker', mark: '  …' },
  { from: 'Care coordinator', to: 'Social care practitioner', mark: '  …' },
  { from: 'Urgent need dealt with on the same day\n', to: 'Patients by need', mark: '…\n' },
  { from: 'Back, joint and muscle ', to: 'Social care questions', mark: '  …' },
  { from: 'Long-term condition review ', to: 'Targets in working days', mark: '  …' },
]

function rota(...words: readonly string[]): string {
  return execFileSync('npm', ['run', '-s', 'rota', '--', ...words], { encoding: 'utf8' })
}

function without(text: string, { from, to, mark }: Omission): string {
  const start = text.indexOf(`\n${from}`) + 1
  const end = text.indexOf(`\n${to}`, start) + 1
  if (start === 0 || end === 0) throw new Error(`The print has no line that begins with "${start === 0 ? from : to}".`)
  return `${text.slice(0, start)}${mark}\n${text.slice(end)}`
}

/** From the title to the stamp, without the note and hints after it. */
function reportSample(print: string): string {
  const end = print.indexOf('\n', print.indexOf('\nhighs ') + 1)
  return OF_REPORT.reduce(without, print.slice(0, end + 1))
}

/** The first people of the first session of a site's appointment book. */
function bookSample(print: string): string {
  const [, book = ''] = print.split(/^What to build in the appointment book\n-+\n/m)
  const [session = ''] = book.split(/^Salaried/m)
  return `${session}  …\n`
}

const report = join(tmpdir(), `rota-readme-${process.pid}.json`)
rota('solve', DOCUMENT, '--json', '-o', report)
const samples = [
  reportSample(rota('print', DOCUMENT, report)),
  bookSample(rota('print', DOCUMENT, report, '--site', SITE)),
]
const readme = samples.reduce(
  (text, sample, n) => {
    let block = -1
    return text.replace(/```text\n.*?```/gs, (old) => {
      block += 1
      return block === n ? `\`\`\`text\n${sample}\`\`\`` : old
    })
  },
  readFileSync(README, 'utf8'),
)
writeFileSync(README, readme)
