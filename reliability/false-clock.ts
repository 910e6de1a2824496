/** Another time of day for processes that we start (libfaketime), that can be set while they run. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Missing } from './trial.ts'

export interface FalseClock {
  /** The environment of a process that is to go by it. */
  readonly env: Readonly<Record<string, string>>
  /** Sets it to this moment, from which it runs on. */
  set(moment: string): void
  /** Puts it forward by this many seconds, or back if negative. */
  step(seconds: number): void
  /** Milliseconds since 1970, as its processes see it. */
  now(): number
}

/** Where Debian's package puts it, for each kind of machine. */
const PLACE = '/usr/lib'

function library(): string {
  const folders = readdirSync(PLACE).map((folder) => join(PLACE, folder, 'faketime'))
  const found = folders.map((folder) => join(folder, 'libfaketimeMT.so.1')).find((path) => existsSync(path))
  if (found === undefined) throw new Missing('libfaketime is not installed: apt-get install libfaketime.')
  return found
}

/** `file` is where the difference from the real time is written. */
export function makeFalseClock(file: string): FalseClock {
  let offset = 0
  const write = () => writeFileSync(file, `${offset >= 0 ? '+' : ''}${(offset / 1000).toFixed(3)}\n`, { mode: 0o644 })
  write()
  return {
    env: {
      LD_PRELOAD: library(),
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // Durations are still measured by a clock that nobody sets, as in real life.
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
