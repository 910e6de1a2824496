/** Names stand side by side: "As it is" beside "Two physios". */
export function capitalised(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
}
