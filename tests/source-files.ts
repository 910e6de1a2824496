/** The project's source files, for the house tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Folders with our own code. */
const FOLDERS = ['src', 'solver', 'api', 'cli', 'client', 'web', 'tests', 'bench', 'scripts', 'reliability']

export interface SourceFile {
  /** Relative to the project root, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** Every TypeScript file in the project, sorted by path. */
export function sourceFiles(): SourceFile[] {
  return FOLDERS.flatMap(typeScriptIn)
    .sort()
    .map((path) => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }))
}

function typeScriptIn(folder: string): string[] {
  const entries = listed(folder)
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : typeScriptIn(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

function listed(folder: string) {
  try {
    return readdirSync(`${ROOT}${folder}`, { withFileTypes: true })
  } catch (error) {
    // A folder that doesn't exist yet has no files.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

export interface Import {
  /** As written: `./rota.ts`, `luxon`, `node:fs`. */
  readonly from: string
  /** True if nothing of it remains at run time. */
  readonly typeOnly: boolean
}

/** A file's imports, re-exports and dynamic imports. */
export function importsOf({ text }: SourceFile): Import[] {
  const code = text.replace(/^\s*(\/\*\*?|\*|\/\/).*$/gm, '')
  const statements = [...code.matchAll(/^(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'/gm)]
  const bare = [...code.matchAll(/^import\s+'([^']+)'/gm)]
  const dynamic = [...code.matchAll(/\bimport\(\s*'([^']+)'/g)]
  return [
    ...statements.map((match) => ({ from: match[2] ?? '', typeOnly: match[1] !== undefined })),
    ...[...bare, ...dynamic].map((match) => ({ from: match[1] ?? '', typeOnly: false })),
  ]
}
