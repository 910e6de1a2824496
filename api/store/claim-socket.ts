/**
 * A listening socket as proof of life: the operating system closes it when its process ends, however it ends, and any container
 * on the machine can check it by connecting.
 */
import { closeSync, openSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { basename, dirname } from 'node:path'

export interface ClaimSocket {
  readonly server: Server
  close(): Promise<void>
}

/**
 * Error codes if a socket can't be created: the file system supports no sockets (shared folders of virtual machines) or no such
 * names.
 */
const NO_SOCKETS = /^(EACCES|EPERM|EINVAL|ENOTSUP|EOPNOTSUPP|ENAMETOOLONG|ENOSYS|EAFNOSUPPORT|ENOENT)$/

/** Null if the file system or platform doesn't support sockets in folders. `answer` handles connections. */
export async function listenAt(path: string, answer: (socket: Socket) => void): Promise<ClaimSocket | null> {
  const place = reachable(path)
  const server = createServer((socket) => {
    // A client that only checks for liveness disconnects at once.
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
  // Must not keep the process alive.
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

/** Whether a process is listening. True even if it is too busy to answer, since the kernel accepts the connection. */
export async function isListening(path: string): Promise<boolean> {
  try {
    const socket = await call(path)
    socket?.destroy()
    return socket !== null
  } catch {
    // Its backlog is full, or the socket belongs to another user.
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

/** Longest socket path that every system accepts. */
const LONGEST = 100

/** A short enough path: on Linux through /proc/self/fd and an open descriptor of the folder. */
function reachable(path: string): { readonly path: string; close(): void } {
  if (path.length <= LONGEST || process.platform !== 'linux') return { path, close: () => undefined }
  const folder = openSync(dirname(path), 'r')
  return { path: `/proc/self/fd/${folder}/${basename(path)}`, close: () => closeSync(folder) }
}
