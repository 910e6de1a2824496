import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonText, readJson, writeFileOf } from '../../cli/files.ts'
import { BadInput } from '../../src/errors.ts'
import { fakeWorld } from './fake-world.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rota-files-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function complaintsOf(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(BadInput)
  return error instanceof BadInput ? error.complaints : []
}

describe('a file that cannot be read is bad input, and the complaint names it', () => {
  it('where there is none', async () => {
    const path = join(folder, 'none.json')
    expect(await complaintsOf(readJson(path, fakeWorld()))).toEqual([{ pointer: path, detail: 'No such file.' }])
  })

  it('where it is a folder', async () => {
    expect((await complaintsOf(readJson(folder, fakeWorld())))[0]?.detail).toBe('This is a folder, not a file.')
  })

  it('where it is not JSON', async () => {
    const path = join(folder, 'broken.json')
    await writeFile(path, '{ "format": ')
    expect((await complaintsOf(readJson(path, fakeWorld())))[0]).toMatchObject({
      pointer: path,
      detail: expect.stringContaining('not valid JSON'),
    })
  })
})

it('a dash stands for standard input', async () => {
  expect(await readJson('-', fakeWorld('{"weeks": 1}'))).toEqual({ weeks: 1 })
})

it('what is written can be read again', async () => {
  const path = join(folder, 'out.json')
  await writeFileOf(path, jsonText({ weeks: 1 }))
  expect(await readFile(path, 'utf8')).toBe('{\n  "weeks": 1\n}\n')
  expect(await readJson(path, fakeWorld())).toEqual({ weeks: 1 })
})

it('a file that cannot be written is bad input', async () => {
  const path = join(folder, 'no', 'such', 'folder.json')
  expect((await complaintsOf(writeFileOf(path, '')))[0]).toMatchObject({
    pointer: path,
    detail: 'The folder to write to does not exist.',
  })
})
