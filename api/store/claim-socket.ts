/**
 * A listening socket as a sign of life: the system closes it with its process, however that ends, which anyone
 * connecting notices, from any container on the machine.
 */
import { closeSync, openSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { basename, dirname } from 'node:path'

export interface ClaimSocket {
  readonly server: Server
  close(): Promise<void>
}

/** What systems say where a socket cannot be made: the file system has none (shared folders of virtual machines), or no such names. */
const NO_SOCKETS = /^(EACCES|EPERM|EINVAL|ENOTSUP|EOPNOTSUPP|ENAMETOOLONG|ENOSYS|EAFNOSUPPORT|ENOENT)$/

/** Null if this file system or platform has no sockets in folders. `answer` handles connections. */
export async function listenAt(path: string, answer: (socket: Socket) => void): Promise<ClaimSocket | null> {
  const place = reachable(path)
  const server = createServer((socket) => {
    // A client that only checks for life disconnects at once.
    socket.on('error', () => undefined)
    answer(socket)
  })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(place.path, resolve)
    })
  } catch (error) {
    place.close()
    if (error instanceof Error && 'code' in error && NO_SOCKETS.test(String(error.code))) return null
    throw error
  }
  // A service that has nothing else to do may end.
  server.unref()
  return {
    server,
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      rmSync(path, { force: true })
      place.close()
    },
  }
}

/** Whether a process listens there. One that is too busy to answer does: the system takes the call for it. */
export async function isListening(path: string): Promise<boolean> {
  try {
    const socket = await call(path)
    socket?.destroy()
    return socket !== null
  } catch {
    // One whose queue of callers is full, or that is somebody else's.
    return true
  }
}

/** A connection to the listener; null if there is none. */
export async function call(path: string): Promise<Socket | null> {
  const place = reachable(path)
  try {
    return await new Promise<Socket | null>((resolve, reject) => {
      const socket = connect(place.path, () => resolve(socket))
      socket.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(null)
        else reject(error)
      })
    })
  } finally {
    place.close()
  }
}

/** Longest path of a socket that every system takes. */
const LONGEST = 100

/** A path that is short enough: Linux reaches a folder by the number of a file that is open. */
function reachable(path: string): { readonly path: string; close(): void } {
  if (path.length <= LONGEST || process.platform !== 'linux') return { path, close: () => undefined }
  const folder = openSync(dirname(path), 'r')
  return { path: `/proc/self/fd/${folder}/${basename(path)}`, close: () => closeSync(folder) }
}
