/** What the service takes in one file; a test holds it to the service’s own limit. */
export const MOST_BYTES = 96 * 1024 * 1024
