/** Serves the pages built from `web/`, under the same content security policy as everything else. They contain nothing secret. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, Router } from 'express'

/** Folder of the built pages. */
export const BUILT_PAGES = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/** Addresses that return the page; the client-side router decides what it shows. */
const ADDRESSES = ['/', '/networks/{*rest}', '/my-week', '/settings']

/** Files without a content hash in their names. */
const FILES = ['favicon.svg', 'service-worker.js']

const NOT_BUILT = [
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>rota</title>',
  '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/docs/style.css"></head><body>',
  '<main><h1>rota</h1><p>The pages have not been built yet. Run <code>npm run pages</code>, then reload this page.</p>',
  '<p>The API works without them: <a href="/docs">API documentation</a>.</p></main></body></html>',
].join('\n')

/** Serves the build in a folder; if there is none, the pages say how to build it. */
export function servePages(folder: string): RequestHandler {
  const router = Router({ caseSensitive: true, strict: true })
  // File names contain a content hash, so browsers may cache them indefinitely.
  router.use('/assets', express.static(join(folder, 'assets'), { index: false, cacheControl: false, setHeaders: keep }))
  for (const file of FILES) {
    router.get(`/${file}`, (_, response, next) => {
      if (existsSync(join(folder, file))) send(response, folder, file)
      else next()
    })
  }
  router.get(ADDRESSES, (_, response) => {
    if (existsSync(join(folder, 'index.html'))) send(response, folder, 'index.html')
    else response.status(503).type('html').send(NOT_BUILT)
  })
  return router
}

function keep(response: express.Response): void {
  response.set('Cache-Control', 'public, max-age=31536000, immutable')
}

function send(response: express.Response, root: string, file: string): void {
  response.sendFile(file, { root, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } })
}
