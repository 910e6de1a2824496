/** The real environment: this process, its terminal and its clock. */
import { text } from 'node:stream/consumers'
import { environment, settingWithoutOption } from './settings.ts'
import type { World } from './world.ts'

/** The widest readable page, and the default if the terminal reports no width. */
const WIDEST = 160
const USUAL = 120

/** Ctrl-C, and the signal service managers send. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

export function processWorld(): World {
  const { stdout, stderr, stdin } = process
  const env = environment()
  let standing = false
  const wipe = () => {
    if (standing) stderr.write('\r\u001b[2K')
    standing = false
  }
  return {
    write: (answer) => {
      wipe()
      stdout.write(answer)
    },
    say: (line) => {
      wipe()
      stderr.write(`${line}\n`)
    },
    progress: (line) => {
      if (!stderr.isTTY) return
      wipe()
      if (line === '') return
      stderr.write(line)
      standing = true
    },
    paper: {
      width: Math.min(WIDEST, stdout.columns ?? USUAL),
      // https://no-color.org: any non-empty value disables colour.
      colour:
        stdout.isTTY === true && !settingWithoutOption(env, 'NO_COLOR') && settingWithoutOption(env, 'TERM') !== 'dumb',
    },
    env,
    progressWidth: (stderr.columns ?? USUAL) - 1,
    // The day in the terminal's time zone, where the week is planned.
    today: () => new Date().toLocaleDateString('en-CA'),
    readInput: () => text(stdin),
    onInterrupt: (listener) => {
      for (const signal of SIGNALS) process.on(signal, listener)
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener)
      }
    },
    quit: (code) => process.exit(code),
  }
}
