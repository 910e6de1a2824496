/** Runs the service and workers until they are interrupted. */
import type { ServeOptions, Service } from '../api/main.ts'
import type { WorkingOptions } from '../api/working.ts'
import { BadInput } from '../src/errors.ts'
import type { Option } from './command.ts'
import type { World } from './world.ts'

export const PORT = 8080

export function portOption(help: string): Option {
  return { name: 'port', kind: 'whole', value: 'N', variable: 'PORT', most: 65_535, help }
}

export const SOLVERS: Option = {
  name: 'solvers',
  kind: 'whole',
  value: 'N',
  help: 'number of solves at once (default: all processors but one; 0: leave them to workers)',
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
export async function workUntilEnded(options: Omit<WorkingOptions, 'log'>, world: World): Promise<void> {
  const { startWorking } = await import('../api/working.ts')
  const working = await startWorking({ ...options, log: logTo(world) })
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
  throw error
}
