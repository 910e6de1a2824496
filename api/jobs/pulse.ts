/** Heartbeats for running solves that don't depend on the main event loop. */
import { spawnTs } from '../../solver/engines/spawn.ts'
import type { PulseNews, PulseTask } from '../store/pulse-thread.ts'

export interface Pulse {
  /** Sets the claims of this process's running solves. */
  tell(claims: PulseNews): void
  close(): Promise<void>
}

/** For a database without other processes, where the sweep knows what is running. */
export const NO_PULSE: Pulse = { tell: () => undefined, close: async () => undefined }

const ENTRY = new URL('../store/pulse-thread.ts', import.meta.url)
/** Seconds: after ten minutes the event loop isn't busy but stuck. */
const PATIENCE = 600

export function startPulse(url: string, beatEvery: number, log: (error: unknown) => void): Pulse {
  let claims: PulseNews = []
  const task: PulseTask = { url, beatEvery, patience: PATIENCE }
  const thread = spawnTs(ENTRY, task, { name: 'pulse', resourceLimits: { maxOldGenerationSizeMb: 64 } })
  thread.on('error', log)
  const timer = setInterval(() => thread.postMessage(claims), beatEvery)
  timer.unref()
  thread.unref()
  return {
    tell: (news) => {
      claims = news
      thread.postMessage(claims)
    },
    close: async () => {
      clearInterval(timer)
      await thread.terminate()
    },
  }
}
