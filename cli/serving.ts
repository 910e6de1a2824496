/** Runs the service and workers until they are interrupted. */
import type { ServeOptions, Service } from '../api/main.ts'
import type { Log } from '../api/telemetry/log.ts'
import type { WorkingOptions } from '../api/working.ts'
import { BadInput } from '../src/errors.ts'
import type { Option } from './command.ts'
import type { World } from './world.ts'

export const PORT = 8080

const HIGHEST_PORT = 65_535

export function portOption(help: string): Option {
  return { name: 'port', kind: 'whole', value: 'N', variable: 'PORT', most: HIGHEST_PORT, help }
}

export const METRICS_PORT: Option = {
  name: 'metrics-port',
  kind: 'whole',
  value: 'N',
  most: HIGHEST_PORT,
  help: 'port on 127.0.0.1 for /metrics and /readyz (default: none; 0: any free port)',
}

export const SOLVERS: Option = {
  name: 'solvers',
  kind: 'whole',
  value: 'N',
  help: 'number of solves at once (default: all processors but one; 0: leave them to workers)',
}

/** Prints the address, and resolves once Ctrl-C or a signal has stopped the service. */
export async function serveUntilEnded({ log, ...options }: Serving, world: World): Promise<void> {
  const service = await listen({ ...options, log })
  tellAddress(service, world)
  log.info('service started', { url: service.url })
  await untilInterrupted(world)
  log.info('service stopping')
  await service.close()
  log.info('service stopped')
}

/** `more`: additional lines. */
export function tellAddress(service: Service, world: World, more: readonly string[] = []): void {
  world.write(`${service.url}\n`)
  for (const line of more) world.say(line)
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
export async function workUntilEnded({ log, ...options }: Working, world: World): Promise<void> {
  const { startWorking } = await import('../api/working.ts')
  const { metricsPort: port = 0 } = options
  const working = await orBadInput(startWorking({ ...options, log: log.error, note: log.note }), {
    port,
    option: '--metrics-port',
  })
  world.say('Waiting for solves. Press Ctrl-C to stop.')
  log.info('worker started', working.url === null ? {} : { url: working.url })
  await untilInterrupted(world)
  log.info('worker stopping')
  await working.close()
  log.info('worker stopped')
}

type Logged<T extends { readonly log?: unknown; readonly note?: unknown }> = Omit<T, 'log' | 'note'> & {
  readonly log: Log
}
export type Serving = Logged<ServeOptions>
export type Working = Logged<WorkingOptions>

/** Starts the service. Its packages are loaded here, so that other commands don't wait for them. */
export async function listen({ log, ...options }: Serving): Promise<Service> {
  const { serve } = await import('../api/main.ts')
  const access = options.access ?? log.call
  return orBadInput(serve({ ...options, access, log: log.error, note: log.note }), { ...options, option: '--port' })
}

/** Turns an unavailable port or address into a BadInput. */
async function orBadInput<T>(starting: Promise<T>, place: Place): Promise<T> {
  try {
    return await starting
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput([{ pointer: '', detail: faultWords(error, place) }])
  }
}

interface Place {
  readonly port: number
  readonly host?: string
  /** The option that chooses the port. */
  readonly option: string
}

function faultWords(error: unknown, { port, host, option }: Place): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Choose another with ${option}, or 0 for any free port.`
  if (code === 'EACCES') return `You are not allowed to use port ${port}. Choose one above 1023 with ${option}.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${host ?? ''}.`
  throw error
}
