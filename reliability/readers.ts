/** People at their screens, each of whom looks at something every few seconds. */
import { Agent, request } from 'node:http'
import type { Draw } from '../src/intake/network/draw.ts'
import { pause } from './trial.ts'

export interface Reading {
  /** Milliseconds of each answered call. */
  readonly times: readonly number[]
  /** Calls that were not answered by 200, in words. */
  readonly faults: readonly string[]
}

export interface ReadingOptions {
  readonly url: string
  readonly paths: readonly string[]
  readonly readers: number
  readonly seconds: number
  readonly draw: Draw
}

/** Milliseconds between two looks of one reader, at most; half of that in the mean. */
const THINKING = 10_000

/** Each reader has an address of this machine and a connection of their own, which stays open. */
export async function read(options: ReadingOptions): Promise<Reading> {
  const times: number[] = []
  const faults: string[] = []
  const end = performance.now() + options.seconds * 1000
  const reader = async (n: number) => {
    const localAddress = `127.0.${1 + Math.floor(n / 250)}.${1 + (n % 250)}`
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    try {
      for (;;) {
        await pause(options.draw.next() * Math.min(THINKING, options.seconds * 1000))
        if (performance.now() > end) return
        const path = options.draw.pick(options.paths)
        const began = performance.now()
        const status = await look(options.url + path, { agent, localAddress }).catch((error: unknown) => String(error))
        if (status === 200) times.push(performance.now() - began)
        else faults.push(`${path} was answered by ${status}`)
      }
    } finally {
      agent.destroy()
    }
  }
  await Promise.all(Array.from({ length: options.readers }, (_, n) => reader(n)))
  return { times, faults }
}

function look(url: string, from: { readonly agent: Agent; readonly localAddress: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url, from, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', reject)
    })
    // A connection may end just as it is used again. A browser would ask once more; here that counts as a fault.
    call.setTimeout(30_000, () => call.destroy(new Error('no answer in 30 s')))
    call.on('error', reject)
    call.end()
  })
}
