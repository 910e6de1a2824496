/** The service's maximum file size; a test checks that it matches. */
export const MOST_BYTES = 96 * 1024 * 1024
