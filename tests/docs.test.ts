/** Checks that the documents are still true. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../cli/commands.ts'
import packageJson from '../package.json' with { type: 'json' }
import { weekPicture } from '../scripts/week-picture/picture.ts'
import { RULES, RULES_VERSION, ruleBook } from '../solver/rules/index.ts'
import { LEVELS } from '../src/breach.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { hashDocument } from '../src/intake/document-hash.ts'
import { parseJson } from '../src/intake/json/parse-json.ts'
import type { Status } from '../src/report.ts'
import { ROOT, sourceFiles } from './source-files.ts'

const STATUSES = [
  'optimal',
  'within-gap',
  'out-of-time',
  'stopped',
  'impossible',
  'no-rota',
] as const satisfies readonly Status[]

const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8')
const readme = read('README.md')
const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/words.md',
  'docs/operations.md',
  'docs/rules.md',
  'docs/decisions/README.md',
  'docs/assurance/README.md',
]

describe('the README', () => {
  it('names scripts that package.json has', () => {
    const scripts = [
      ...PAGES.map(read)
        .join('\n')
        .matchAll(/npm (?:run (?:-s )?([\w-]+)|(start|test))/g),
    ].map((match) => match[1] ?? match[2])
    expect(scripts.length).toBeGreaterThan(5)
    expect(scripts.filter((script) => script === undefined || !(script in packageJson.scripts))).toEqual([])
  })

  it('tells the two commands in its first screen', () => {
    const screen = readme.split('\n').slice(0, 24).join('\n')
    expect(screen).toContain('npm ci && npm start')
    expect(screen).toContain('npm ci && npm test')
  })

  it('lists every command with options that it has', () => {
    const rows = [...readme.matchAll(/^\| `(\w+)([^`]*)` \|/gm)]
    expect(rows.map((row) => row[1]).sort()).toEqual(COMMANDS.map((command) => command.name).sort())
    for (const [, name, rest = ''] of rows) {
      const options = COMMANDS.find((command) => command.name === name)?.options ?? []
      const known = new Set(options.flatMap((option) => [`--${option.name}`, `-${option.short}`]))
      expect(
        (rest.match(/--?[a-z][a-z-]*/g) ?? []).filter((word) => !known.has(word)),
        name,
      ).toEqual([])
    }
  })

  it('shows a document that can be read', () => {
    const blocks = [...readme.matchAll(/```json\n(.*?)```/gs)].map((match) => parseJson(match[1] ?? ''))
    expect(readDocument(blocks[0], ruleBook()).people.map((person) => person.name)).toEqual([
      'GP 1',
      'GP 2',
      'Physio 1',
    ])
  })

  it('prints the sample network as it is today', () => {
    const [sample = ''] = readme.match(/^Alder Road PCN.*?^highs [^\n]*/ms) ?? []
    const text = read('fixtures/networks/one-practice.json')
    const { people, roles, network } = readDocument(parseJson(text), ruleBook())
    expect(sample.split('\n')[0]).toContain(`${network.name} (${network.ods})`)
    expect(sample).toContain(`document ${hashDocument(parseJson(text)).slice(0, 19)} · rules ${RULES_VERSION}`)
    const known = new Set([...people.map(({ name }) => name), ...roles.map(({ title }) => title)])
    const [week = ''] = sample.match(/(?<=am {3}pm\n).*?(?=^Seeing patients)/ms) ?? []
    const named = week.split('\n').flatMap((line) => line.trim().split(/ {2,}/)[0] || [])
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((name) => name !== '…' && !known.has(name))).toEqual([])
    expect(week).toContain('Social care practitioner 1')
  })

  it('shows its sample as a picture (if not: npx tsx scripts/week-picture.ts)', () => {
    expect(readme).toContain('(docs/week.svg)')
    expect(read('docs/week.svg')).toBe(weekPicture(readme))
  })

  it('names every way in which a solve can end', () => {
    expect(STATUSES.filter((status) => !readme.includes(status))).toEqual([])
  })

  it('says where the data is from', () => {
    expect(readme).toContain('Contains public sector information licensed under the Open Government Licence v3.0')
  })
})

describe('pages', () => {
  it.each(PAGES)('%s links to files that exist', (page) => {
    const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : ''
    const links = [...read(page).matchAll(/\]\(([^)#]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !link.startsWith('http'))
    expect(links.filter((link) => !existsSync(`${ROOT}${folder}${link}`))).toEqual([])
  })

  it('list every decision', () => {
    const decisions = readdirSync(`${ROOT}docs/decisions`).filter((name) => /^\d{4}-/.test(name))
    const index = read('docs/decisions/README.md')
    expect(decisions.filter((name) => !index.includes(`(${name})`))).toEqual([])
    for (const name of decisions) {
      const text = read(`docs/decisions/${name}`)
      for (const part of ['**Background.**', '**Decision.**', '**Consequences.**']) expect(text, name).toContain(part)
    }
  })

  it('list every dependency with its reason', () => {
    const decision = read('docs/decisions/0007-dependencies.md')
    const names = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies })
    const told = (name: string) =>
      decision.includes(`\`${name}\``) || (name.startsWith('@types/') && decision.includes('`@types/*`'))
    expect(names.filter((name) => !told(name))).toEqual([])
  })

  it('explain every level', () => {
    expect(LEVELS.filter((level) => !read('docs/words.md').includes(level))).toEqual([])
  })
})

describe('plain English', () => {
  /** Phrases from an earlier dialect of this project that are never right, each with a replacement. */
  const DIALECT = new RegExp(
    [
      String.raw`\bwhere (it is |it was |they are )?left out\b`, // default: …
      String.raw`\banew\b`, // again; restarts; rewritten
      String.raw`\b(is|are|was|were|be) told of\b`, // is notified of
      String.raw`\bby lot\b`, // at random
      String.raw`\bnoughts?\b`, // zero
      String.raw`\b(is|are) told (as|back|beside|with)\b`, // is reported as; is shown beside
      String.raw`\bnobody['’]s business\b`, // internal
      String.raw`\bheld against (its|the|their|every|what|England)\b`, // compared with; checked against
      String.raw`\bof our own making\b`, // our own
      String.raw`\bof one['’]s own\b`, // its own; fake
      String.raw`\bso much as\b`, // even
      String.raw`\ba word too many\b`, // unexpected argument
      String.raw`\bgoes on where it was stopped\b`, // resumes
      String.raw`\bhad under way\b`, // was running
    ].join('|'),
    'i',
  )
  /** The history of the search keeps the words of its time. */
  const isHistory = (path: string) => /decisions\/002[0-8]-/.test(path)
  const pages = [
    ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
    ...readdirSync(`${ROOT}docs`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ].filter((path) => !isHistory(path))
  const oddLines = (path: string, text: string) =>
    text.split('\n').flatMap((line, n) => (DIALECT.test(line) ? [`${path}:${n + 1} ${line.trim()}`] : []))

  it('is what pages are written in', () => {
    expect(pages.length).toBeGreaterThan(50)
    expect(pages.flatMap((path) => oddLines(path, read(path)))).toEqual([])
  })

  it('is what sources and tests are written in', () => {
    const sources = sourceFiles().filter(({ path }) => path !== 'tests/docs.test.ts')
    expect(sources.flatMap(({ path, text }) => oddLines(path, text))).toEqual([])
  })
})

describe('docs/rules.md', () => {
  const page = read('docs/rules.md')

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    'has %s, and its numbers (if not: npm run rules-page)',
    (id, rule) => {
      expect(page).toContain(`### \`${id}\`: ${rule.title}`)
      for (const name of Object.keys(rule.numbers ?? {})) expect(page).toContain(`| \`${name}\` |`)
    },
  )

  it('has no rule that is gone', () => {
    const listed = [...page.matchAll(/^### `([\w-]+)`/gm)].map((match) => match[1])
    expect(listed.sort()).toEqual(RULES.map((rule) => rule.id).sort())
  })
})
