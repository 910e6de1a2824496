/** The service and its workers, from their start until somebody ends them. */
import type { Home, ServeOptions, Service } from '../api/main.ts'

import { BadInput } from '../src/errors.ts'
import type { Option } from './command.ts'
import type { World } from './world.ts'

export const PORT = 8080

/** Where operations are kept unless told otherwise: a folder beside whatever is being worked on. */
export const FOLDER = '.rota'

export const DATA: Option = {
  name: 'data',
  kind: 'text',
  value: 'DIR',
  help: `folder that keeps solves and their reports; ${FOLDER} where left out`,
}

export const DATABASE: Option = {
  name: 'database',
  kind: 'text',
  value: 'URL',
  help: 'a PostgreSQL server to keep them on instead: postgres://USER@HOST/NAME; or set DATABASE_URL',
}

export const SOLVERS: Option = {
  name: 'solvers',
  kind: 'whole',
  value: 'N',
  help: 'rotas solved at once; all processors but one where left out, 0 to leave them to workers',
}

/** The home that was asked for. A URL with a password is better given by DATABASE_URL: others can see a command line. */
export function homeOf(
  folder: string | undefined,
  database: string | undefined,
  usual: string,
): Exclude<Home, { kind: 'memory' }> {
  if (folder !== undefined && database !== undefined) {
    throw new BadInput([
      { pointer: '', detail: 'Either --data or --database, not both: there is one place to keep things.' },
    ])
  }
  const url = database ?? (folder === undefined ? process.env.DATABASE_URL : undefined)
  return url === undefined || url === ''
    ? { kind: 'folder', folder: folder ?? usual }
    : { kind: 'server', url: asUrl(url) }
}

function asUrl(url: string): string {
  if (/^postgres(?:ql)?:\/\//.test(url)) return url
  const detail = 'The database must be given as postgres://USER@HOST/NAME.'
  throw new BadInput([{ pointer: '', detail, maybe: '--data DIR for a folder' }])
}

/** Tells the address, and resolves once Ctrl-C or its like has ended the service. */
export async function serveUntilEnded(options: ServeOptions, world: World): Promise<void> {
  const service = await listen(options, world)
  tellAddress(service, world)
  await untilInterrupted(world)
  await service.close()
}

export function tellAddress(service: Service, world: World): void {
  world.write(`${service.url}\n`)
  world.say('Press Ctrl-C to end.')
}

export function untilInterrupted(world: World): Promise<void> {
  return new Promise((resolve) => {
    const forget = world.onInterrupt(() => {
      forget()
      resolve()
    })
  })
}

/** Solves for others until somebody ends it; what it has under way by then is put back. */
export async function workUntilEnded(
  { url, places }: { readonly url: string | undefined; readonly places: number | undefined },
  world: World,
): Promise<void> {
  const home = homeOf(undefined, url, '')
  if (home.kind !== 'server') {
    const detail = 'A worker needs the PostgreSQL server that it shares with a service: --database URL.'
    throw new BadInput([{ pointer: '', detail, maybe: 'rota serve, which solves what it takes in' }])
  }
  const { startWorking } = await import('../api/working.ts')
  const working = await startWorking({ home, places, log: logTo(world) })
  world.say('Working. Press Ctrl-C to end.')
  await untilInterrupted(world)
  await working.close()
}

/** The service, listening. Its packages are loaded here, so that no other command waits for them. */
export async function listen(options: ServeOptions, world: World): Promise<Service> {
  const { serve } = await import('../api/main.ts')
  try {
    return await serve({ log: logTo(world), ...options })
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput([{ pointer: '', detail: faultWords(error, options) }])
  }
}

/** One line of JSON for each fault. */
export function logTo(world: World): (error: unknown) => void {
  return (error) => {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    world.say(JSON.stringify({ level: 'error', name, message, stack }))
  }
}

function faultWords(error: unknown, { port, host }: ServeOptions): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; choose one with --port, or 0 for any that is free.`
  if (code === 'EACCES') return `Port ${port} may not be used by you; choose one above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${host ?? ''} to listen on.`
  if (code === 'ERR_SOCKET_BAD_PORT') return `There is no port ${port}: ports go from 0 to 65535.`
  throw error
}
