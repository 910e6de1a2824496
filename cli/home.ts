/** Where a service stores its data: a folder, or a PostgreSQL server. */
import type { Home } from '../api/main.ts'
import { BadInput } from '../src/errors.ts'
import { type Call, nameOf, textOption } from './call.ts'
import type { Option } from './command.ts'

/** Where data is stored by default, in the current folder. */
export const FOLDER = '.rota'

export const DATA: Option = {
  name: 'data',
  kind: 'text',
  value: 'DIR',
  help: `folder to store data in (default: ${FOLDER})`,
}

export const DATABASE: Option = {
  name: 'database',
  kind: 'text',
  value: 'URL',
  variable: 'DATABASE_URL',
  help: 'PostgreSQL server to store data on instead: postgres://USER@HOST/NAME',
}

/**
 * The requested home; the command line takes precedence over the environment. Prefer DATABASE_URL for a URL with a password,
 * since other users can see command lines.
 */
export function homeOf(call: Call): Exclude<Home, { kind: 'memory' }> {
  const [folder, url] = [textOption(call, 'data'), textOption(call, 'database')]
  if (url === undefined) return { kind: 'folder', folder: folder ?? FOLDER }
  if (folder !== undefined) {
    const [byFolder, byUrl] = [nameOf(call, 'data'), nameOf(call, 'database')]
    if (isTyped(byFolder) === isTyped(byUrl)) {
      const detail = `Use either ${byFolder} or ${byUrl}, not both.`
      throw new BadInput([{ pointer: '', detail }])
    }
    if (isTyped(byFolder)) return { kind: 'folder', folder }
  }
  return { kind: 'server', url: serverUrl(url, nameOf(call, 'database')) }
}

/** Validates a PostgreSQL URL and returns it unchanged. */
export function serverUrl(url: string, name: string): string {
  if (/^postgres(?:ql)?:\/\//.test(url)) return url
  const detail = `${name} must be a PostgreSQL server: postgres://USER@HOST/NAME.`
  throw new BadInput([{ pointer: '', detail, seen: `"${withoutPassword(url)}"`, maybe: '--data DIR to use a folder' }])
}

/** A URL for display, without its password. */
function withoutPassword(url: string): string {
  return url.replace(/:[^:/@]*@/, ':…@').slice(0, 60)
}

function isTyped(name: string): boolean {
  return name.startsWith('--')
}
