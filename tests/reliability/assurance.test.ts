/** What the assurance pages claim is held by tests and trials that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { TRIALS } from '../../reliability/trials.ts'
import { ROOT } from '../source-files.ts'

const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8')
const PAGES = [...readdirSync(`${ROOT}docs/assurance`).map((name) => `docs/assurance/${name}`), 'SECURITY.md']

/** Names of tests may stand on several lines of a page. */
function testsNamed(text: string): { file: string; title: string | null }[] {
  return [...text.matchAll(/`(tests\/[\w/.-]+\.test\.ts)`(?::\s+“([^”]+)”)?/g)].map(([, file = '', title]) => ({
    file,
    title: title?.replaceAll(/\s+/g, ' ') ?? null,
  }))
}

describe.each(PAGES)('%s', (page) => {
  const text = read(page)

  it('names tests that exist', () => {
    const gone = testsNamed(text).filter(
      ({ file, title }) => !existsSync(`${ROOT}${file}`) || (title !== null && !read(file).includes(`'${title}'`)),
    )
    expect(gone).toEqual([])
  })

  it('names trials and scripts that exist', () => {
    const trials = [...text.matchAll(/trial\s+`([\w-]+)`/g)].map((match) => match[1])
    expect(trials.filter((name) => TRIALS.every((trial) => trial.name !== name))).toEqual([])
    const scripts = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1] ?? '')
    expect(scripts.filter((name) => !(name in packageJson.scripts))).toEqual([])
  })

  it('leads to pages that exist', () => {
    const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : ''
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '')
    expect(links.filter((link) => !link.startsWith('http') && !existsSync(`${ROOT}${folder}${link}`))).toEqual([])
  })
})

describe('every claim', () => {
  it.each(['hazard-log', 'data-protection', 'threat-model'])('of %s is followed by what holds it', (name) => {
    const claims = read(`docs/assurance/${name}.md`)
      .split(/^- (?=\*\*)/m)
      .slice(1)
    const held = (claim: string) => testsNamed(claim).length > 0 || /trial\s+`/.test(claim)
    expect(claims.length).toBeGreaterThan(5)
    expect(claims.filter((claim) => !held(claim)).map((claim) => claim.slice(0, 60))).toEqual([])
  })
})
