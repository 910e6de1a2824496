/** Runs `rota serve` and `rota worker` as child processes that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Number of output lines kept. */
const KEPT = 400

export interface RotaProcess {
  readonly pid: number
  /** Resolves with the address of a service, or '' for a worker, once it is ready; rejects if it exits first. */
  readonly ready: Promise<string>
  /** Last lines of standard error. */
  readonly said: readonly string[]
  isAlive(): boolean
  /** SIGKILL; resolves once the process is gone. */
  kill(): Promise<void>
  /** SIGTERM, as from a service manager; SIGKILL after this many seconds. */
  end(seconds?: number): Promise<void>
}

export interface StartOptions {
  readonly words: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Node options. */
  readonly node?: readonly string[]
}

export function startRota({ words, env = {}, node = [] }: StartOptions): RotaProcess {
  const child = spawn(process.execPath, [...node, '--import', 'tsx', 'cli/main.ts', ...words], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: '', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const ready = readiness(child, said)
  // Callers that kill a process before it is ready expect the rejection.
  ready.catch(() => undefined)
  const isAlive = () => child.exitCode === null && child.signalCode === null
  const gone = once(child, 'exit')
  const kill = async () => {
    if (isAlive()) child.kill('SIGKILL')
    await gone
  }
  return {
    pid: child.pid ?? 0,
    ready,
    said,
    isAlive,
    kill,
    end: async (seconds = 60) => {
      if (isAlive()) child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
      await gone
      clearTimeout(timer)
    },
  }
}

/** A service prints its address on standard output, a worker a line on standard error. */
function readiness(child: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null || child.stderr === null) throw new Error('The process has no output to read.')
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('http://')) resolve(line)
    })
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line)
      if (said.length > KEPT) said.shift()
      if (line.startsWith('Waiting for solves.')) resolve('')
    })
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`The process ended before it was ready: ${said.slice(-3).join(' ')}`)))
  })
}
