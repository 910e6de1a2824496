/** Whether two names read the same. */

/** Names that differ in capitals or spaces alone come out as one. */
export function sameName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
