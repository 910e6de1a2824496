import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildStalePages, hashOf } from '../../cli/build-pages.ts'

function built(from: string | null, now: string) {
  const said: string[] = []
  const builds: string[] = []
  const pages = { hash: () => now, built: () => from, build: async () => void builds.push(now) }
  return buildStalePages({ say: (line) => void said.push(line) }, pages).then((made) => ({
    made,
    said,
    builds: builds.length,
  }))
}

describe('the pages are built', () => {
  it('where there is no build', async () => {
    expect(await built(null, 'a')).toEqual({ made: true, said: ['Building the pages.'], builds: 1 })
  })

  it('where their source has changed since', async () => {
    expect(await built('a', 'b')).toMatchObject({ made: true, builds: 1 })
  })

  it('not where nothing has changed', async () => {
    expect(await built('a', 'a')).toEqual({ made: false, said: [], builds: 0 })
  })
})

describe('the hash of a source', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rota-source-'))
    writeFileSync(join(folder, 'a.ts'), 'one')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is the same for the same files', () => {
    expect(hashOf([folder])).toBe(hashOf([folder]))
  })

  it('changes with what a file holds, with its name, and with a further file', () => {
    const before = hashOf([folder])
    writeFileSync(join(folder, 'a.ts'), 'two')
    const changed = hashOf([folder])
    writeFileSync(join(folder, 'b.ts'), '')
    expect(new Set([before, changed, hashOf([folder])]).size).toBe(3)
  })
})
