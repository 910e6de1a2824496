/** How a command asks the process that has a data folder for a backup of it: over the socket of that process's claim. */
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

/** Answers anyone who connects. `log` receives the reason for any missing or incomplete backup. */
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

/** To a file first: a slow reader would otherwise occupy the database's only connection for as long. */
async function send(socket: Socket, db: Db, folder: string): Promise<void> {
  const file = join(folder, leftoverName(randomBytes(4).toString('hex')))
  try {
    await compressed(createWriteStream(file, { mode: 0o600 }), (write) => dump(db, write))
    await pipeline(createReadStream(file), socket)
  } finally {
    rmSync(file, { force: true })
  }
}

/** The bytes of a backup, from the process that holds the folder; null if there is none to ask. */
export async function askForBackup(folder: string): Promise<Socket | null> {
  for (const claim of claimsTo(folder)) {
    const socket = await call(socketOf(claim))
    if (socket === null) continue
    socket.write(ASKED)
    return socket
  }
  return null
}
