/**
 * Ensures one process per data folder. Each process creates a claim first, and only then looks for others, so that of two
 * concurrent ones at least one sees the other. A claim dies with its process, however that ends (docs/decisions/0089).
 */
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { BadInput } from '../../src/errors.ts'
import { type ClaimSocket, listenAt } from './claim-socket.ts'
import {
  beat,
  type Claim,
  claimsTo,
  holderOf,
  isDead,
  machineOf,
  newClaim,
  type Patience,
  removeClaim,
  socketOf,
  thisMachine,
} from './folder-claims.ts'

export interface FolderLock {
  /** Sets the handler for connections to the lock; earlier connections wait for it. */
  answer(how: (socket: Socket) => void): void
  /** Releases the folder. */
  release(): Promise<void>
}

export interface LockOptions {
  /** Called if another process has taken the folder after a long time without heartbeats. */
  readonly onLost?: () => void
  /** For tests. */
  readonly machine?: string
  readonly patience?: Patience
}

/** Milliseconds between heartbeats. */
const BEAT_EVERY = 1000
/** Heartbeats a process on another machine may miss: half a minute. */
const PATIENCE: Patience = { looks: 30, pause: () => pause(BEAT_EVERY) }
/** Attempts if two processes claim at the same moment. */
const TRIES = 20

/** Throws a BadInput naming the holder if the folder is taken. */
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<FolderLock> {
  const { machine = thisMachine(), patience = PATIENCE } = options
  for (let tries = 1; ; tries++) {
    const claim = newClaim(folder, machine)
    const waiting = waitingRoom()
    const socket = await listenAt(socketOf(claim), waiting.enter)
    beat(claim, 0, true)
    const other = await livingOther(claim, machine, patience)
    if (other === null) return held(claim, socket, { waiting, onLost: options.onLost })
    await gaveUp(claim, socket)
    // If two concurrent claims have both backed off, the one whose name sorts first tries again.
    if (claim.name > other.name || tries === TRIES || machineOf(other) !== machine) throw inUse(folder, other)
    await pause(50)
  }
}

async function livingOther(claim: Claim, machine: string, patience: Patience): Promise<Claim | null> {
  for (const other of claimsTo(claim.folder)) {
    if (other.name === claim.name) continue
    if (!(await isDead(other, machine, patience))) return other
    removeClaim(other)
  }
  return null
}

interface Holding {
  readonly waiting: ReturnType<typeof waitingRoom>
  readonly onLost: (() => void) | undefined
}

function held(claim: Claim, socket: ClaimSocket | null, { waiting, onLost }: Holding): FolderLock {
  let count = 0
  const timer = setInterval(() => {
    count += 1
    if (beat(claim, count)) return
    clearInterval(timer)
    onLost?.()
  }, BEAT_EVERY)
  timer.unref()
  return {
    answer: waiting.open,
    release: () => {
      clearInterval(timer)
      waiting.close()
      return gaveUp(claim, socket)
    },
  }
}

async function gaveUp(claim: Claim, socket: ClaimSocket | null): Promise<void> {
  removeClaim(claim)
  await socket?.close()
}

/** Queues connections until a handler is set. */
function waitingRoom() {
  const inside = new Set<Socket>()
  let how: ((socket: Socket) => void) | null = null
  return {
    enter: (socket: Socket) => {
      inside.add(socket)
      socket.on('close', () => inside.delete(socket))
      socket.unref()
      how?.(socket)
    },
    open: (answer: (socket: Socket) => void) => {
      how = answer
      for (const socket of inside) answer(socket)
    },
    close: () => {
      for (const socket of inside) socket.destroy()
    },
  }
}

function inUse(folder: string, other: Claim): BadInput {
  return new BadInput([
    {
      pointer: '',
      detail: `The data folder ${folder} is in use by another process (${holderOf(other)}); only one may use it at a time.`,
      maybe: 'end that process, choose another folder with --data, or share a PostgreSQL server with --database',
    },
  ])
}
