/** Dockerfile and compose.yaml say what the topology script does on loopback: no engine for them is needed here. */
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCall } from '../../cli/call.ts'
import { COMMANDS } from '../../cli/commands.ts'
import { TOPOLOGY } from '../../reliability/topology.ts'
import { importsOf, ROOT, sourceFiles } from '../source-files.ts'

const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8')
const dockerfile = read('Dockerfile')
const compose = read('compose.yaml')

/** What stands under a service of compose.yaml, until the next one. */
function serviceOf(name: string): string {
  return new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(compose)?.[1] ?? ''
}

function commandOf(text: string): string[] {
  const [, list = '[]'] = /^\s*(?:command: |CMD )(\[.*\])$/m.exec(text) ?? []
  return JSON.parse(list)
}

const commands = {
  Dockerfile: commandOf(dockerfile.slice(dockerfile.indexOf('ENTRYPOINT'))),
  service: commandOf(serviceOf('service')),
  worker: commandOf(serviceOf('worker')),
}

describe('containers', () => {
  it.each(Object.entries(commands))('%s is run by a command that there is, with options that it has', (_, words) => {
    const command = COMMANDS.find(({ name }) => name === words[0])
    expect(command).toBeDefined()
    if (command !== undefined) expect(readCall(command, words.slice(1)).arguments).toEqual([])
  })

  it('start as the topology script starts its processes', () => {
    expect(commands.service.slice(0, TOPOLOGY.service.length)).toEqual(TOPOLOGY.service)
    expect(TOPOLOGY.workers).toEqual(
      Array(Number(/replicas: (\d+)/.exec(serviceOf('worker'))?.[1])).fill(commands.worker),
    )
    for (const name of ['service', 'worker']) expect(serviceOf(name)).toContain(`${TOPOLOGY.database}: postgres://`)
    expect(dockerfile).toContain(`8080${TOPOLOGY.health}`)
  })

  it('run on the version of Node that CI tests beside the oldest one', () => {
    const [, version] = /^version=(24\.\d+\.\d+)$/m.exec(read('.ci/node24')) ?? []
    const images = [...dockerfile.matchAll(/^FROM node:([\d.]+)-/gm)].map((match) => match[1])
    expect(images).toEqual(Array(images.length).fill(version))
    expect(images.length).toBeGreaterThan(0)
    expect(read('.ci/run')).toMatch(/^step \.ci\/node24 .* npm test /m)
  })

  it('run as an unprivileged user on a read-only file system', () => {
    expect(dockerfile.slice(dockerfile.lastIndexOf('\nFROM'))).toMatch(/^USER node$/m)
    expect(dockerfile).toContain('npm ci --omit=dev')
    expect(dockerfile).toContain('HEALTHCHECK')
    for (const line of ['read_only: true', 'cap_drop: ["ALL"]', 'no-new-privileges:true'])
      expect(compose).toContain(line)
  })

  it('listen to their own machine only, until somebody puts a proxy in front', () => {
    const ports = [...compose.matchAll(/ports: \[(.*)\]/g)].map((match) => match[1])
    expect(ports).toEqual(['"127.0.0.1:8080:8080"'])
    expect(commands.Dockerfile).toContain('127.0.0.1')
  })

  it('hold no secret, and start with none that is usual', () => {
    const secrets = [...compose.matchAll(/(?:PASSWORD|SECRET): (.*)/g)].map((match) => match[1])
    expect(secrets.length).toBeGreaterThan(1)
    expect(secrets.filter((value) => !/^\$\{\w+:\?/.test(value ?? ''))).toEqual([])
  })

  it('have every folder that the program is in', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      (match) => match[1]?.split(' ') ?? [],
    )
    const runs = sourceFiles().filter(({ path }) => /^(src|solver|api|cli)\//.test(path))
    const imported = runs.flatMap((file) =>
      importsOf(file)
        .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
        .map(({ from }) => posix.join(posix.dirname(file.path), from).split('/')[0] ?? ''),
    )
    const opened = runs.flatMap(({ text }) =>
      [...text.matchAll(/new URL\('(?:\.\.\/)+(\w+)\//g)].map((match) => match[1] ?? ''),
    )
    const needed = new Set([...imported, ...opened.filter((name) => existsSync(`${ROOT}${name}`))])
    expect([...needed].filter((name) => !copied.includes(name))).toEqual([])
    const ignored = read('.dockerignore')
    expect(copied.filter((name) => !ignored.includes(`!${name}\n`))).toEqual([])
  })
})
