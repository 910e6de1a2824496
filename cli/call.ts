/** Reads a command's arguments and options. */
import { parseArgs } from 'node:util'
import { BadInput, type Complaint } from '../src/errors.ts'
import { nearest } from '../src/intake/suggest.ts'
import type { Command, Option } from './command.ts'

export interface Call {
  /** As many as the command declares. */
  readonly arguments: readonly string[]
  readonly options: Readonly<Record<string, string | number | true>>
}

interface Token {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
}

/** Throws one BadInput that lists everything not understood. */
export function readCall(command: Command, words: readonly string[]): Call {
  const { tokens } = parseArgs({ args: [...words], options: parserOptions(command), strict: false, tokens: true })
  const complaints: Complaint[] = []
  const given: string[] = []
  const options: Record<string, string | number | true> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') given.push(token.value)
    if (token.kind !== 'option') continue
    const option = command.options.find((o) => o.name === token.name)
    const value = option ? readValue(option, token) : unknown(command, token)
    if (typeof value === 'object') complaints.push(value)
    else options[token.name] = value
  }
  // The word after an unknown option may be its value, so arguments are not counted.
  if (complaints.length === 0) complaints.push(...countArguments(command, given))
  if (complaints.length > 0) throw new BadInput(complaints)
  return { arguments: given, options }
}

function parserOptions({ options }: Command) {
  return Object.fromEntries(
    options.map(({ name, short, kind }) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), ...(short === undefined ? {} : { short }) },
    ]),
  )
}

function readValue(option: Option, { rawName, value }: Token): string | number | true | Complaint {
  if (option.kind === 'flag') return value === undefined ? true : complaint(`${rawName} takes no value.`, value)
  if (value === undefined || value === '' || value.startsWith('--'))
    return complaint(`${rawName} needs a value: ${rawName} ${option.value ?? 'VALUE'}.`)
  if (option.kind === 'text') return value
  const number = Number(value)
  if (!Number.isFinite(number) || number < 0) return complaint(`${rawName} needs a number, zero or more.`, value)
  if (option.kind === 'whole' && !Number.isSafeInteger(number))
    return complaint(`${rawName} needs a whole number.`, value)
  return number
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
  const extra = given.slice(command.arguments.length).map((word) => complaint('Unexpected argument.', word))
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

/** The value of an option that takes a number, if it was given. */
export function numberOption(call: Call, name: string): number | undefined {
  const value = call.options[name]
  return typeof value === 'number' ? value : undefined
}

export function flag(call: Call, name: string): boolean {
  return call.options[name] === true
}
