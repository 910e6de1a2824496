/** Help texts. */
import type { Command, Option } from './command.ts'

/** Every command on one line each. */
export function overview(commands: readonly Command[]): string {
  const calls = commands.map((command) => [callOf(command), command.does] as const)
  return [
    'rota plans a primary care network’s week: who works where, in which half-day session, meeting which needs.',
    '',
    'Usage: rota COMMAND …',
    '',
    ...columns(calls),
    '',
    'rota COMMAND --help tells more of one command; rota --version tells the version.',
    'Ends with 0 for a rota, 2 for bad input, 3 where no rota is possible, 4 where time ran out with none, 1 for a fault of ours.',
    '',
  ].join('\n')
}

/** One command with its arguments and options. */
export function usage(command: Command): string {
  const words = command.arguments.map(({ name, help }) => [name, help] as const)
  const options = command.options.map((option) => [optionCall(option), option.help] as const)
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
  return [command.name, ...command.arguments.map(({ name }) => name)].join(' ')
}

function optionCall({ name, short, value }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
