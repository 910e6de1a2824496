/** House rules that a reviewer would otherwise have to remember. Types and style are left to the type checker and the linter. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../solver/rules/index.ts'
import { ROOT, type SourceFile, sourceFiles } from './source-files.ts'

const LONGEST_FILE = 300
const LONGEST_FUNCTION = 50
const MEDIAN_FILE = 100
/** Rules with two descriptions of one hard constraint need more than the ninety lines that suffice for most. */
const LONGEST_RULE = 160
const MEDIAN_RULE = 90

const files = sourceFiles()
const ours = files.filter(({ path }) => !path.startsWith('tests/'))
/** Generated files are exempt from size limits. */
const isMade = ({ text }: SourceFile) =>
  / Written by `npm run [\w:-]+`: do not change it by hand\./.test(text.slice(0, 400))
const linesOf = ({ text }: SourceFile) => text.split('\n').length - 1

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** Returns `path:line text` for every line that matches the pattern, excluding comments. */
function hits(where: readonly SourceFile[], pattern: RegExp): string[] {
  return where.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
      .filter(({ line }) => !/^\s*(\/\/|\/?\*)/.test(line) && pattern.test(line))
      .map(({ line, at }) => `${at} ${line.trim()}`),
  )
}

describe('sizes', () => {
  it(`no file is longer than ${LONGEST_FILE} lines`, () => {
    const tooLong = files.filter((file) => linesOf(file) > LONGEST_FILE && !isMade(file))
    expect(tooLong.map(({ path }) => path)).toEqual([])
  })

  it(`the median file has at most ${MEDIAN_FILE} lines`, () => {
    expect(median(ours.map(linesOf))).toBeLessThanOrEqual(MEDIAN_FILE)
  })

  it(`no rule is longer than ${LONGEST_RULE} lines, and the median at most ${MEDIAN_RULE}`, () => {
    const rules = files.filter(({ path }) => /^solver\/rules\/(?!index)/.test(path))
    expect(rules.filter((file) => linesOf(file) > LONGEST_RULE).map(({ path }) => path)).toEqual([])
    expect(median(rules.map(linesOf))).toBeLessThanOrEqual(MEDIAN_RULE)
  })

  it(`no function of ours is longer than ${LONGEST_FUNCTION} lines`, () => {
    expect(ours.flatMap(longFunctions)).toEqual([])
  })
})

/** Relies on the formatter, which puts a function's end in the same column as its beginning. */
function longFunctions({ path, text }: SourceFile): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, start) => {
    const head =
      /^(\s*)(?!(?:if|for|while|switch|catch)\b)(?:(?:export |async )*function\b|(?:\w+ )*[#\w]+\(.*\).*\{$)/.exec(line)
    if (!head || !line.endsWith('{')) return []
    const length = lines.slice(start).findIndex((end) => end.startsWith(`${head[1]}}`)) + 1
    return length > LONGEST_FUNCTION ? [`${path}:${start + 1} has ${length} lines`] : []
  })
}

it('every rule of THE LIST has a test file of its own', () => {
  const paths = files.map(({ path }) => path)
  expect(RULES.map(({ id }) => `tests/rules/${id}.test.ts`).filter((path) => !paths.includes(path))).toEqual([])
})

describe('names', () => {
  it('of files are kebab-case', () => {
    const odd = files.filter(({ path }) => !/^([a-z0-9-]+\/)+[a-z0-9-]+(\.test|\.config)?\.tsx?$/.test(path))
    expect(odd.map(({ path }) => path)).toEqual([])
  })

  it('say what a file holds', () => {
    const vague = files.filter(({ path }) => /\/(utils?|helpers?|common|misc|shared|manager|types)(\.ts|\/)/.test(path))
    expect(vague.map(({ path }) => path)).toEqual([])
  })

  it('are not collected in barrels: the only index is THE LIST', () => {
    expect(files.filter(({ path }) => path.endsWith('/index.ts')).map(({ path }) => path)).toEqual([
      'solver/rules/index.ts',
    ])
  })
})

describe('code', () => {
  it('exports by name', () => {
    // Tools that read a configuration file require a default export.
    const ours = files.filter(({ path }) => !path.endsWith('.config.ts'))
    expect(hits(ours, /^export default\b/)).toEqual([])
  })

  it('has no any', () => {
    const withoutTexts = files.map(({ path, text }) => ({ path, text: text.replace(/'[^'\n]*'|`[^`]*`/g, "''") }))
    expect(hits(withoutTexts, /(:|<|\bas|\|) ?any\b/)).toEqual([])
  })

  it('switches no type check off', () => {
    const switches = new RegExp(`@${'ts'}-(ignore|nocheck|expect-error)`)
    expect(files.filter(({ text }) => switches.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('leaves nothing for later', () => {
    const marks = new RegExp(`\\b(${['TO', 'FIX', 'XX'].map((mark, n) => mark + ['DO', 'ME', 'X'][n]).join('|')})\\b`)
    expect(files.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('skips no test, and lets none run alone', () => {
    const tests = files.filter(({ path }) => path.endsWith('.test.ts'))
    expect(hits(tests, /^\s*(it|test|describe)\.(skip|only|todo)\b/)).toEqual([])
  })
})

it('no two browser tests use the same invented network: one service serves them all', () => {
  // The test that names a network first is the one that fills it; later mentions in its file are the same test's.
  const using = files
    .filter(({ path }) => /^tests\/browser\/(journeys|screens)\//.test(path))
    .flatMap(({ path, text }) => [
      ...[...new Set(text.match(/\bU9\d{4}\b/g))].map((ods) => ({ ods, path })),
      ...[...text.matchAll(/\bods(?:: | = )'(U\d{5})'/g)]
        .map(([, ods = '']) => ods)
        .filter((ods, n, all) => all.indexOf(ods) < n)
        .map((ods) => ({ ods, path })),
    ])
  const seen = new Map<string, string>()
  const twice = using.filter(({ ods, path }) => seen.has(ods) || !seen.set(ods, path))
  expect(twice.map(({ ods, path }) => `${ods} in ${seen.get(ods)} and ${path}`)).toEqual([])
})

describe('the clock and chance', () => {
  const clock =
    /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bMath\.random\b|\bsetTimeout\b|\bsetInterval\b|\bDateTime\.(now|local)\(\)/

  it('are not looked at in src or solver, but by engines and the thread that they run in', () => {
    const strict = files.filter(({ path }) => /^(src|solver)\//.test(path) && !/^solver\/(engines|worker)\//.test(path))
    expect(hits(strict, clock)).toEqual([])
  })

  it('chance is not taken anywhere', () => {
    expect(hits(files, /\bMath\.random\(/)).toEqual([])
  })
})

it('the environment is read in one file, but for native solvers: found on PATH, and run in the environment that there is', () => {
  const product = files.filter(({ path }) => /^(src|solver|api|cli|client|web)\//.test(path))
  const asking = product.filter((file) => hits([file], /\bprocess\??\.env\b|\benv\b.*= process\b/).length > 0)
  const others = asking.map(({ path }) => path).filter((path) => !path.startsWith('solver/engines/native/'))
  expect(others).toEqual(['cli/settings.ts'])
})

describe('every file', () => {
  it('of the domain, the solver and the rules says what it is in its first lines', () => {
    const silent = files.filter(({ path, text }) => /^(src|solver)\//.test(path) && !text.trimStart().startsWith('/**'))
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it('writes 93%, as the NHS does, without a space: a page and the report it shows never differ', () => {
    expect(hits(ours, /[\d}] %/)).toEqual([])
  })

  it('is free of paths of the machine it was written on', () => {
    const places = new RegExp(['/(work', 'root', 'home/[a-z]+)/'].join('|'))
    const documents = readdirSync(ROOT).filter((name) => /\.(md|json)$/.test(name) && name !== 'package-lock.json')
    const texts = [...files, ...documents.map((path) => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }))]
    expect(texts.filter(({ text }) => places.test(text)).map(({ path }) => path)).toEqual([])
  })
})
