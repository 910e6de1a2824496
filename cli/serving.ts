/** The service, from its start until somebody ends it. */
import { type Service, serve } from '../api/main.ts'
import { BadInput } from '../src/errors.ts'
import type { World } from './world.ts'

export const PORT = 8080

/** Where the service listens; nobody but this machine, where no host is given. */
export interface Place {
  readonly port: number
  readonly host?: string
}

/** Tells the address, and resolves once Ctrl-C or its like has ended the service. */
export async function serveUntilEnded(place: Place, world: World): Promise<void> {
  const service = await listen(place)
  world.write(`${service.url}\n`)
  world.say('Press Ctrl-C to end.')
  await new Promise<void>((resolve) => {
    const forget = world.onInterrupt(() => {
      forget()
      resolve()
    })
  })
  await service.close()
}

async function listen(place: Place): Promise<Service> {
  try {
    return await serve(place)
  } catch (error) {
    throw new BadInput([{ pointer: '', detail: faultWords(error, place) }])
  }
}

function faultWords(error: unknown, { port, host }: Place): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; choose one with --port, or 0 for any that is free.`
  if (code === 'EACCES') return `Port ${port} may not be used by you; choose one above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${host ?? ''} to listen on.`
  if (code === 'ERR_SOCKET_BAD_PORT') return `There is no port ${port}: ports go from 0 to 65535.`
  throw error
}
