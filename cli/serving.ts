/** Runs the service and workers until they are interrupted. */
import type { Home, ServeOptions, Service } from '../api/main.ts'

import { BadInput } from '../src/errors.ts'
import type { Option } from './command.ts'
import type { World } from './world.ts'

export const PORT = 8080

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
  help: 'PostgreSQL server to store data on instead: postgres://USER@HOST/NAME; or set DATABASE_URL',
}

export const SOLVERS: Option = {
  name: 'solvers',
  kind: 'whole',
  value: 'N',
  help: 'number of solves at once (default: all processors but one; 0: leave them to workers)',
}

/** The database that was asked for. Pass a URL with a password as DATABASE_URL: other users can see command lines. */
export function homeOf(
  folder: string | undefined,
  database: string | undefined,
  usual: string,
): Exclude<Home, { kind: 'memory' }> {
  if (folder !== undefined && database !== undefined) {
    throw new BadInput([{ pointer: '', detail: 'Use either --data or --database, not both.' }])
  }
  const url = database ?? (folder === undefined ? process.env.DATABASE_URL : undefined)
  return url === undefined || url === ''
    ? { kind: 'folder', folder: folder ?? usual }
    : { kind: 'server', url: asUrl(url) }
}

function asUrl(url: string): string {
  if (/^postgres(?:ql)?:\/\//.test(url)) return url
  const detail = 'The database URL must be of the form postgres://USER@HOST/NAME.'
  throw new BadInput([{ pointer: '', detail, maybe: '--data DIR to use a folder' }])
}

/** Prints the address, and resolves once Ctrl-C or a signal has stopped the service. */
export async function serveUntilEnded(options: ServeOptions, world: World): Promise<void> {
  const service = await listen(options, world)
  tellAddress(service, world)
  await untilInterrupted(world)
  await service.close()
}

export function tellAddress(service: Service, world: World): void {
  world.write(`${service.url}\n`)
  world.say('Press Ctrl-C to stop.')
}

export function untilInterrupted(world: World): Promise<void> {
  return new Promise((resolve) => {
    const forget = world.onInterrupt(() => {
      forget()
      resolve()
    })
  })
}

/** Runs solves from the queue until interrupted; unfinished ones go back to the queue. */
export async function workUntilEnded(
  { url, places }: { readonly url: string | undefined; readonly places: number | undefined },
  world: World,
): Promise<void> {
  const home = homeOf(undefined, url, '')
  if (home.kind !== 'server') {
    const detail = 'A worker needs the PostgreSQL server it shares with a service: --database URL.'
    throw new BadInput([{ pointer: '', detail, maybe: 'rota serve, which runs its own solves' }])
  }
  const { startWorking } = await import('../api/working.ts')
  const working = await startWorking({ home, places, log: logTo(world) })
  world.say('Waiting for solves. Press Ctrl-C to stop.')
  await untilInterrupted(world)
  await working.close()
}

/** Starts the service. Its packages are loaded here, so that other commands don't wait for them. */
export async function listen(options: ServeOptions, world: World): Promise<Service> {
  const { serve } = await import('../api/main.ts')
  try {
    return await serve({ log: logTo(world), ...options })
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput([{ pointer: '', detail: faultWords(error, options) }])
  }
}

/** One line of JSON per error. */
export function logTo(world: World): (error: unknown) => void {
  return (error) => {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    world.say(JSON.stringify({ level: 'error', name, message, stack }))
  }
}

function faultWords(error: unknown, { port, host }: ServeOptions): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Choose another with --port, or 0 for any free port.`
  if (code === 'EACCES') return `You are not allowed to use port ${port}. Choose one above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${host ?? ''}.`
  if (code === 'ERR_SOCKET_BAD_PORT') return `Port ${port} does not exist: ports range from 0 to 65535.`
  throw error
}
