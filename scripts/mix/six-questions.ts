/**
 * A director's six questions, each as one call to a running service, with the figures that answer it:
 * `npx tsx scripts/mix/six-questions.ts http://127.0.0.1:8080`. Prints a table for docs/mix.md. With `--curl FOLDER`, each request is kept as a
 * file, for `curl --json @FILE -H 'Prefer: wait=50' ADDRESS`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { pounds } from '../../src/output/figures.ts'

interface Figure {
  readonly id: string
  readonly value: number
  readonly difference: number
  readonly verdict: string | null
}
interface Scenario {
  readonly name: string
  readonly figures: readonly Figure[]
}

interface Question {
  readonly words: string
  readonly path: '/v1/comparisons' | '/v1/mixes'
  readonly body: object
  readonly told: (answer: never) => string
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { curl: { type: 'string' } } })
const [address = 'http://127.0.0.1:8080'] = positionals
const document = JSON.parse(readFileSync('fixtures/networks/five-practices.json', 'utf8')) as RotaDocument

const idsOf = (role: string) => document.people.filter((person) => person.role === role).map(({ id }) => id)
const gps = ['gp-partner', 'salaried-gp', 'locum-gp', 'arrs-gp'].filter((role) => idsOf(role).length > 0)
const largest = [...document.sites].sort((a, b) => b.patients - a.patients)[0]?.id ?? ''
const [firstNurse = '', secondNurse = ''] = idsOf('practice-nurse')

const compared = (words: string, scenarios: readonly object[]): Question => ({
  words,
  path: '/v1/comparisons',
  body: { document, scenarios },
  told: ({ scenarios: [, ...own] }: { readonly scenarios: readonly Scenario[] }) => own.map(scenarioWords).join('; '),
})

const QUESTIONS: readonly Question[] = [
  compared('two physios or one ANP?', [
    { name: 'two physios', changes: [{ add: { role: 'physio', sessions: 16 } }] },
    { name: 'one ANP', changes: [{ add: { role: 'anp', sessions: 8 } }] },
  ]),
  compared('a practice of 4,000 joins', [{ name: 'it joins', changes: [{ join: joining(4000) }] }]),
  compared('we lose 10% of GP sessions', [
    { name: 'a tenth lost', changes: gps.map((role) => ({ away: { share: 0.1, role } })) },
  ]),
  compared('pharmacists move to a hub', [
    {
      name: 'a hub',
      changes: [
        ...idsOf('pharmacist').map((person) => ({ change: { person, sites: [largest] } })),
        { pool: { need: 'medication' } },
      ],
    },
  ]),
  {
    words: 'the best use of the last £50,000 of ARRS',
    path: '/v1/mixes',
    body: { document, extra: 50_000, funding: 'arrs' },
    told: ({ best }: { readonly best: Best }) => {
      const posts = best.posts.map(({ title, place, sessions }) => `${title}, ${place}: ${sessions} sessions`)
      return `${posts.join(', ')}; ${pounds(best.spent)} a year; ${signed(best.gain.met)} contacts met in the week; within ${(100 * best.gap).toFixed(1)}% of the best`
    },
  },
  {
    words: 'what if we train two nurses?',
    path: '/v1/mixes',
    body: {
      document,
      plan: {
        name: 'two nurses become advanced practitioners',
        steps: [firstNurse, secondNurse].map((person) => ({ train: { person, to: 'anp', sessions: 2, quarters: 2 } })),
      },
    },
    told: ({
      plan,
    }: {
      readonly plan: { readonly quarters: readonly Quarter[]; readonly sentences: readonly string[] }
    }) => [...plan.quarters.map(({ sentence }) => sentence), ...plan.sentences].join(' '),
  },
]

interface Best {
  readonly posts: readonly { readonly title: string; readonly place: string; readonly sessions: number }[]
  readonly spent: number
  readonly gap: number
  readonly gain: { readonly met: number }
}

interface Quarter {
  readonly sentence: string
}

console.log('| question | answer |\n|---|---|')
for (const [n, { words, path, body, told }] of QUESTIONS.entries()) {
  if (values.curl !== undefined) {
    mkdirSync(values.curl, { recursive: true })
    writeFileSync(join(values.curl, `${n + 1}.json`), JSON.stringify(body))
  }
  const headers = { 'content-type': 'application/json', prefer: 'wait=50' }
  const response = await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = await response.json()
  console.log(
    `| ${words} | ${response.status === 200 ? told(answer as never) : `${response.status}: ${JSON.stringify(answer).slice(0, 300)}`} |`,
  )
}

/** A practice like the smallest of the network, with its core staff, need and list scaled to the given number of patients. */
function joining(patients: number): RotaDocument {
  const [like] = [...document.sites].sort((a, b) => a.patients - b.patients)
  if (like === undefined) throw new Error('a network without practices')
  const times = patients / like.patients
  const own = <R extends { site: string; contacts: number }>(rows: R[] = []) =>
    rows
      .filter(({ site }) => site === like.id)
      .map((row) => ({ ...row, site: 'joining', contacts: row.contacts * times }))
  const funding = new Map(document.roles.map((role) => [role.id, role.funding]))
  const people = document.people.filter(({ home, role }) => home === like.id && funding.get(role) !== 'arrs')
  return {
    ...document,
    sites: [{ id: 'joining', name: 'The practice that joins', patients, rooms: Math.ceil(like.rooms * times) }],
    people: people.map(({ role, contract, skills = [], works = [] }, n) => ({
      ...{ id: `joining-${n}`, name: `Joining ${n}`, role, home: 'joining', skills },
      ...(works.length > 0 ? { works } : {}),
      contract: { sessions: contract.sessions * times },
    })),
    demand: own(document.demand),
    backlog: own(document.backlog),
  }
}

function scenarioWords({ name, figures }: Scenario): string {
  const of = (id: string) => figures.find((figure) => figure.id === id)
  const [urgent, routine, left, cost] = ['urgent-same-day', 'routine-in-time', 'waiting', 'cost'].map(of)
  const share = (figure: Figure | undefined) => `${Math.round(100 * (figure?.value ?? 0))}%`
  const verdict = left?.verdict ?? ''
  const money = cost?.difference ?? 0
  return `*${name}*: urgent ${share(urgent)}, other ${share(routine)} in time, ${signed(left?.difference ?? 0)} left waiting (${verdict}), ${money < 0 ? '' : '+'}${pounds(money)} a week`
}

function signed(value: number): string {
  const size = Math.round(Math.abs(value)).toLocaleString('en-GB')
  return value < -0.5 ? `−${size}` : `+${size}`
}
