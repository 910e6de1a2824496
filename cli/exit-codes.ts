/** Exit codes, for scripts that call a command. */

export const EXIT = {
  /** There is a result: a rota, with or without shortfalls, or whatever was asked for. */
  answered: 0,
  ourFault: 1,
  /** Bad input or usage. */
  badInput: 2,
  impossible: 3,
  noRota: 4,
  /** Quit by a second Ctrl-C, following shell convention. */
  quit: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
