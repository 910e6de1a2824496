/** Simulates people at their screens, each loading something every few seconds. */
import { Agent, request } from 'node:http'
import type { Draw } from '../src/intake/network/draw.ts'
import { pause } from './trial.ts'

export interface Reading {
  /** Latencies in milliseconds. */
  readonly times: readonly number[]
  /** Responses other than 200, in words. */
  readonly faults: readonly string[]
}

export interface ReadingOptions {
  readonly url: string
  readonly paths: readonly string[]
  readonly readers: number
  readonly seconds: number
  readonly draw: Draw
}

/** Maximum milliseconds between a reader's calls; the mean is half of that. */
const THINKING = 10_000

/** Each reader has its own loopback address and keep-alive connection. */
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
    // A connection may close just as it is reused. A browser would retry; here it counts as a fault.
    call.setTimeout(30_000, () => call.destroy(new Error('no answer in 30 s')))
    call.on('error', reject)
    call.end()
  })
}
