/** Reads a command's arguments and options. */
import { parseArgs } from 'node:util'
import { BadInput, type Complaint } from '../src/errors.ts'
import { nearest } from '../src/intake/suggest.ts'
import type { Command, Option } from './command.ts'
import { type Environment, variableOf } from './settings.ts'

export interface Call {
  /** As many as the command declares, or more if the last may be given several times. */
  readonly arguments: readonly string[]
  readonly options: Readonly<Record<string, string | number | true>>
  /** Values of options that take several, in order. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** How each option was given: `--port`, or `PORT`. */
  readonly named: Readonly<Record<string, string>>
}

/** The parsed call, and complaints. */
export interface Reading {
  readonly call: Call
  readonly complaints: readonly Complaint[]
}

interface Token {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
}

/** Throws one BadInput that lists everything not understood. */
export function readCall(command: Command, words: readonly string[], env: Environment = {}): Call {
  const { call, complaints } = understand(command, words, env)
  if (complaints.length > 0) throw new BadInput(complaints)
  return call
}

/** An option on the command line wins over its environment variable. */
export function understand(command: Command, words: readonly string[], env: Environment): Reading {
  const { tokens } = parseArgs({ args: [...words], options: parserOptions(command), strict: false, tokens: true })
  const complaints: Complaint[] = []
  const given: string[] = []
  const options: Record<string, string | number | true> = {}
  const lists: Record<string, string[]> = {}
  const named: Record<string, string> = {}
  const take = (option: Option, name: string, value: ReturnType<typeof readValue> | false) => {
    named[option.name] = name
    if (typeof value === 'object') complaints.push(value)
    else if (option.kind === 'texts') lists[option.name] = [...(lists[option.name] ?? []), String(value)]
    else if (value !== false) options[option.name] = value
  }
  // Words after an option of several values are its values, up to the next option.
  let several: Option | undefined
  for (const token of tokens) {
    if (token.kind === 'positional' && several) take(several, `--${several.name}`, token.value)
    else if (token.kind === 'positional') given.push(token.value)
    if (token.kind !== 'option') continue
    const option = command.options.find((o) => o.name === token.name)
    several = option?.kind === 'texts' ? option : undefined
    if (option) take(option, `--${option.name}`, readValue(option, token))
    else complaints.push(unknown(command, token))
  }
  // The word after an unknown option may be its value, so arguments are not counted.
  if (complaints.length === 0) complaints.push(...countArguments(command, given))
  for (const option of command.options) {
    const variable = variableOf(option)
    const text = env[variable] ?? ''
    if (text === '' || option.name in named) continue
    const values = option.kind === 'texts' ? text.split(',') : [text]
    for (const value of values) take(option, variable, fromEnvironment(option, variable, value.trim()))
  }
  return { call: { arguments: given, options, lists, named }, complaints }
}

function parserOptions({ options }: Command) {
  return Object.fromEntries(
    options.map(({ name, short, kind }) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), ...(short === undefined ? {} : { short }) },
    ]),
  )
}

function readValue(option: Option, { rawName, value }: Pick<Token, 'rawName' | 'value'>) {
  if (option.kind === 'flag')
    return value === undefined ? (true as const) : complaint(`${rawName} takes no value.`, value)
  if (value === undefined || value === '' || value.startsWith('--'))
    return complaint(`${rawName} needs a value: ${rawName} ${option.value ?? 'VALUE'}.`)
  return option.kind === 'text' || option.kind === 'texts'
    ? readText(option, rawName, value)
    : readNumber(option, rawName, value)
}

function readText({ choices }: Option, rawName: string, value: string): string | Complaint {
  if (choices === undefined || choices.includes(value)) return value
  const maybe = nearest(value, choices)
  return complaint(`${rawName} must be one of ${choices.join(', ')}.`, value, maybe)
}

function readNumber({ kind, most }: Option, rawName: string, value: string): number | Complaint {
  const number = Number(value)
  if (!Number.isFinite(number) || number < 0) return complaint(`${rawName} needs a number, zero or more.`, value)
  if (kind === 'whole' && !Number.isSafeInteger(number)) return complaint(`${rawName} needs a whole number.`, value)
  if (most !== undefined && number > most) return complaint(`${rawName} must be at most ${most}.`, value)
  return number
}

const YES: readonly string[] = ['true', 'yes', '1']
const NO: readonly string[] = ['false', 'no', '0']

/** False for a flag that is switched off. */
function fromEnvironment(option: Option, variable: string, text: string) {
  if (option.kind !== 'flag') return readValue(option, { rawName: variable, value: text })
  if (YES.includes(text.toLowerCase())) return true as const
  return NO.includes(text.toLowerCase()) ? false : complaint(`${variable} must be true or false.`, text)
}

function unknown({ name, options }: Command, token: Token): Complaint {
  const near = nearest(
    token.name,
    options.map((option) => option.name),
  )
  return complaint(`"${name}" has no option ${token.rawName}.`, undefined, near && `--${near}`)
}

function countArguments(command: Command, given: readonly string[]): Complaint[] {
  const missing = command.arguments
    .slice(given.length)
    .map(({ name, help }) => complaint(`${name} is missing: ${help}.`))
  const most = command.arguments.at(-1)?.several === true ? given.length : command.arguments.length
  const extra = given.slice(most).map((word) => complaint('Unexpected argument.', word))
  return [...missing, ...extra]
}

function complaint(detail: string, seen?: string, maybe?: string): Complaint {
  return {
    pointer: '',
    detail,
    ...(seen === undefined ? {} : { seen: `"${seen}"` }),
    ...(maybe === undefined ? {} : { maybe }),
  }
}

/** The value of an option that takes text, if it was given. */
export function textOption(call: Call, name: string): string | undefined {
  const value = call.options[name]
  return typeof value === 'string' ? value : undefined
}

/** Every value of an option that takes several. */
export function textsOption(call: Call, name: string): readonly string[] {
  return call.lists[name] ?? []
}

/** The value of an option that takes a number, if it was given. */
export function numberOption(call: Call, name: string): number | undefined {
  const value = call.options[name]
  return typeof value === 'number' ? value : undefined
}

/** How the user named an option: `--port`, or `PORT` if from the environment. */
export function nameOf(call: Call, name: string): string {
  return call.named[name] ?? `--${name}`
}

export function flag(call: Call, name: string): boolean {
  return call.options[name] === true
}
