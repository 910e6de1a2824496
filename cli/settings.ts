/**
 * The environment, which no other file reads. Every option of every command has a variable; a few settings have nothing else,
 * because others can see a command line or because terminals set them.
 */
import type { Option } from './command.ts'

/** As a process is given it; an empty variable counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Variables without an option, and what they are for. */
export const WITHOUT_OPTION = {
  OIDC_CLIENT_SECRET: 'the secret of this service at the OpenID Connect provider',
  NO_COLOR: 'any value switches colours off',
  TERM: '"dumb" switches colours off',
} as const

export function environment(): Environment {
  return process.env
}

/** `ROTA_SECONDS` for `--seconds`, unless the option has a name that other programs use too, such as `DATABASE_URL`. */
export function variableOf({ name, variable }: Option): string {
  return variable ?? `ROTA_${name.toUpperCase().replaceAll('-', '_')}`
}

/** Value of a setting without an option; undefined if empty. */
export function settingWithoutOption(env: Environment, name: keyof typeof WITHOUT_OPTION): string | undefined {
  return env[name] || undefined
}
