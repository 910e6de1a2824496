/** How a command ends, for whatever calls it. */

export const EXIT = {
  /** There is an answer: a rota, short or not, or whatever else was asked for. */
  answered: 0,
  ourFault: 1,
  /** Bad input, or a command that was not understood. */
  badInput: 2,
  impossible: 3,
  noRota: 4,
  /** Quit by a second Ctrl-C, as shells count it. */
  quit: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
