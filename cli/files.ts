/** Files in and out. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { BadInput } from '../src/errors.ts'
import { inputFormatOf } from '../src/intake/input-formats.ts'
import { parseJson } from '../src/intake/json/parse-json.ts'
import type { World } from './world.ts'

/** Stands for standard input in place of a file name. */
const INPUT = '-'

const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'No such file.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'No permission to read this file.',
}

const WRITE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'The folder to write to does not exist.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'No permission to write this file.',
  EROFS: 'This file system is read-only.',
}

/** Reads a JSON file, or standard input for `-`. Errors name the file. */
export function readJson(path: string, world: World): Promise<unknown> {
  return fromFile(path, async () => parseJson(path === INPUT ? await world.readInput() : await readText(path)))
}

/** Reads a document in the format of its file's ending; JSON from standard input for `-`. Errors name the file. */
export function readDocumentFile(path: string, world: World): Promise<unknown> {
  const { read } = inputFormatOf(path)
  return fromFile(path, async () => read(path === INPUT ? await world.readInput() : await readText(path)))
}

/** A file's bytes, whatever they are. Errors name the file. */
export function readBytes(path: string, most: number): Promise<Uint8Array> {
  return fromFile(path, async () => {
    try {
      const { size } = await stat(path)
      if (size <= most) return new Uint8Array(await readFile(path))
    } catch (error) {
      throw new BadInput([{ pointer: '', detail: faultWords(error, READ_FAULTS) }])
    }
    throw new BadInput([
      {
        pointer: '',
        detail: `The file is larger than ${Math.round(most / 1024 / 1024)} MB.`,
        maybe: 'a copy with only the rows of your practices and weeks',
      },
    ])
  })
}

/** Does some work on a file's content, so that errors name the file. */
export async function fromFile<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const source = path === INPUT ? 'standard input' : path
    throw new BadInput(
      error.complaints.map((c) => ({ ...c, pointer: [source, c.pointer].filter((text) => text !== '').join(' ') })),
    )
  }
}

/** As UTF-8. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new BadInput([{ pointer: '', detail: faultWords(error, READ_FAULTS) }])
  }
}

export async function writeFileOf(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content)
  } catch (error) {
    throw new BadInput([{ pointer: path, detail: faultWords(error, WRITE_FAULTS) }])
  }
}

/** Indented, for people to read. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function faultWords(error: unknown, words: Readonly<Record<string, string>>): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return words[code] ?? `File system error: ${error instanceof Error ? error.message : String(error)}`
}
