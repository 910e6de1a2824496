/** The world as it is: this process, its terminal and its clock. */
import { text } from 'node:stream/consumers'
import type { World } from './world.ts'

/** Widest page that is still pleasant to read, and the width where a terminal tells none. */
const WIDEST = 160
const USUAL = 120

/** Ctrl-C, and what a service manager sends. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

export function processWorld(): World {
  const { stdout, stderr, stdin, env } = process
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
      // https://no-color.org: any value but an empty one asks for none.
      colour: stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    },
    progressWidth: (stderr.columns ?? USUAL) - 1,
    // The day where the terminal stands, which is where the week is planned.
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
