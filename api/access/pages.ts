/** The few pages of signing in and out: no scripts, no external resources, and no user input in them. */
import type { Page } from './call-finding.ts'

const page = (title: string, text: string) =>
  [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title><link rel="stylesheet" href="/docs/style.css"></head><body><main>`,
    `<h1>${title}</h1><p>${text}</p><p><a href="/sign-in">Sign in</a></p>`,
    '</main></body></html>',
  ].join('\n')

const SIGNED_OUT = page('You are signed out', 'You may close this page.')

export const SIGNED_OUT_PAGE: Page = {
  path: '/signed-out',
  handler: (_, response) => void response.type('html').send(SIGNED_OUT),
}

export const NOT_LET_IN = page(
  'You do not have access yet',
  'You are signed in, but nobody has given you access. Ask the person who manages rotas in your network.',
)

export const NOT_SIGNED_IN = page(
  'You are not signed in',
  'Sign-in failed or took too long. Nothing was changed; please try again.',
)
