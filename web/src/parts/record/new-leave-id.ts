/** An id that no other leave of the record has. */
export function newLeaveId(leave: readonly { readonly id: string }[]): string {
  const numbers = leave.map(({ id }) => Number(/^l(\d+)$/.exec(id)?.[1] ?? 0))
  return `l${Math.max(0, ...numbers) + 1}`
}
