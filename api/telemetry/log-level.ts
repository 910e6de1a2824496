/** How much a service or worker writes into its log. */

/** From the fewest lines to the most; each includes those before it. */
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

export type LogLevel = (typeof LOG_LEVELS)[number]
