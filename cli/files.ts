/** Files in and out. */
import { readFile, writeFile } from 'node:fs/promises'
import { BadInput } from '../src/errors.ts'
import { parseJson } from '../src/intake/json.ts'
import type { World } from './world.ts'

/** What stands for standard input where a file is asked for. */
const INPUT = '-'

const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'This file may not be read.',
}

const WRITE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such folder to write to.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'This file may not be written.',
  EROFS: 'This file may not be written.',
}

/** A JSON file, or standard input for `-`. Every complaint about it names the file. */
export function readJson(path: string, world: World): Promise<unknown> {
  return fromFile(path, async () => parseJson(path === INPUT ? await world.readInput() : await readText(path)))
}

/** Does something with what a file says, so that complaints name the file they are about. */
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

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new BadInput([{ pointer: '', detail: faultWords(error, READ_FAULTS) }])
  }
}

export async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw new BadInput([{ pointer: path, detail: faultWords(error, WRITE_FAULTS) }])
  }
}

/** Indented, as people read it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function faultWords(error: unknown, words: Readonly<Record<string, string>>): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return words[code] ?? `The file system says: ${error instanceof Error ? error.message : String(error)}`
}
