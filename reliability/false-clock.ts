/** A fake clock for child processes (libfaketime), adjustable while they run. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Missing } from './trial.ts'

export interface FalseClock {
  /** Environment for processes that use it. */
  readonly env: Readonly<Record<string, string>>
  /** Sets it to this time, from which it runs on. */
  set(moment: string): void
  /** Moves it forward by this many seconds, or back if negative. */
  step(seconds: number): void
  /** Fake time in milliseconds since 1970. */
  now(): number
}

/** Debian's library folder, with a subfolder per architecture. */
const PLACE = '/usr/lib'

function library(): string {
  const folders = readdirSync(PLACE).map((folder) => join(PLACE, folder, 'faketime'))
  const found = folders.map((folder) => join(folder, 'libfaketimeMT.so.1')).find((path) => existsSync(path))
  if (found === undefined) throw new Missing('libfaketime is not installed: apt-get install libfaketime.')
  return found
}

/** `file` holds the offset from real time. */
export function makeFalseClock(file: string): FalseClock {
  let offset = 0
  const write = () => writeFileSync(file, `${offset >= 0 ? '+' : ''}${(offset / 1000).toFixed(3)}\n`, { mode: 0o644 })
  write()
  return {
    env: {
      LD_PRELOAD: library(),
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // The monotonic clock stays real, as when a system clock is set.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    set: (moment) => {
      offset = Date.parse(moment) - Date.now()
      write()
    },
    step: (seconds) => {
      offset += seconds * 1000
      write()
    },
    now: () => Date.now() + offset,
  }
}
