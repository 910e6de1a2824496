/** Help texts. */
import type { Command, Option } from './command.ts'
import { variableOf } from './settings.ts'

/** One line per command. */
export function overview(commands: readonly Command[]): string {
  const calls = commands.map((command) => [callOf(command), command.does] as const)
  return [
    'rota plans a primary care network’s week: who works where, in which half-day session, and which needs they meet.',
    '',
    'Usage: rota COMMAND …',
    '',
    ...columns(calls),
    '',
    'Run rota COMMAND --help for details of a command, rota --version for the version.',
    'Exit codes: 0 there is a rota, 1 internal error, 2 bad input, 3 no rota is possible, 4 none was found in time.',
    '',
  ].join('\n')
}

/** One command, its arguments and its options. */
export function usage(command: Command): string {
  const words = command.arguments.map(({ name, help }) => [name, help] as const)
  const options = command.options.map(
    (option) => [optionCall(option), `${option.help} [env: ${variableOf(option)}]`] as const,
  )
  return [
    `Usage: rota ${callOf(command)}${command.options.length > 0 ? ' [options]' : ''}`,
    '',
    command.does,
    ...(words.length + options.length > 0 ? [''] : []),
    ...columns([...words, ...options]),
    '',
  ].join('\n')
}

function callOf(command: Command): string {
  const words = command.arguments.map(({ name, several }) => (several === true ? `${name} …` : name))
  return [command.name, ...words].join(' ')
}

function optionCall({ name, short, value }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
