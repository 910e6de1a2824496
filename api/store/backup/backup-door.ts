/** Lets a command request a backup from the process that holds a data folder, over that process's claim socket. */
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { call } from '../claim-socket.ts'
import { leftoverName } from '../data-folder.ts'
import type { Db } from '../db.ts'
import { claimsTo, socketOf } from '../folder-claims.ts'
import { compressed } from './backup-file.ts'
import { dump } from './dump.ts'

const ASKED = 'backup\n'

/** Sends a backup to every connection. `log` receives the reason if one fails or is incomplete. */
export function answerBackups(db: Db, folder: string, log: (error: unknown) => void): (socket: Socket) => void {
  return (socket) => {
    socket.once('data', (asked) => {
      if (String(asked) !== ASKED) socket.destroy()
      else
        send(socket, db, folder).catch((error) => {
          socket.destroy()
          log(error)
        })
    })
  }
}

/** Writes to a file first: otherwise a slow reader would hold the database's only connection. */
async function send(socket: Socket, db: Db, folder: string): Promise<void> {
  const file = join(folder, leftoverName(randomBytes(4).toString('hex')))
  try {
    await compressed(createWriteStream(file, { mode: 0o600 }), (write) => dump(db, write))
    await pipeline(createReadStream(file), socket)
  } finally {
    rmSync(file, { force: true })
  }
}

/** A stream of the backup from the process that holds the folder; null if no process does. */
export async function askForBackup(folder: string): Promise<Socket | null> {
  for (const claim of claimsTo(folder)) {
    const socket = await call(socketOf(claim))
    if (socket === null) continue
    socket.write(ASKED)
    return socket
  }
  return null
}
