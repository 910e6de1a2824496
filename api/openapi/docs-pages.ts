/** The OpenAPI document, and its page: Swagger UI from local files, under the usual content security policy. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RequestHandler } from 'express'
import type { Page } from '../access/call-finding.ts'
import type { Json } from './component-book.ts'
import { DOCS_STYLE, STYLE } from './docs-style.ts'

const RENDERER = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')))
const FILES = ['swagger-ui-bundle.js', 'swagger-ui.css']

export function docsPages(openapi: Json): readonly Page[] {
  const own: readonly (readonly [string, string, string])[] = [
    ['/docs', 'html', PAGE],
    ['/docs/style.css', 'css', STYLE],
    ['/docs/docs.css', 'css', DOCS_STYLE],
    ['/docs/docs.js', 'js', SCRIPT],
  ]
  return [
    { path: '/v1/openapi.json', handler: (_, response) => void response.json(openapi) },
    ...own.map(([path, type, text]): Page => ({ path, handler: (_, response) => void response.type(type).send(text) })),
    ...FILES.map((file): Page => ({ path: `/docs/${file}`, handler: rendererFile(file) })),
  ]
}

/** Browsers revalidate the file on each use. */
function rendererFile(file: string): RequestHandler {
  const options = { root: RENDERER, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }
  return (_, response, next) => response.sendFile(file, options, (error) => error && next(error))
}

const PAGE = [
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
  '<meta name="viewport" content="width=device-width, initial-scale=1"><title>rota: the API</title>',
  '<link rel="icon" href="/favicon.svg">',
  '<link rel="stylesheet" href="/docs/swagger-ui.css"><link rel="stylesheet" href="/docs/docs.css">',
  '</head><body><header><strong>rota: the API</strong><a href="/">Start page</a>',
  '<a href="/v1/openapi.json">OpenAPI 3.1 document</a></header>',
  '<noscript><p>This page needs JavaScript. Everything it shows is in the OpenAPI document.</p></noscript>',
  '<main id="docs"></main>',
  '<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/docs.js"></script>',
  '</body></html>',
].join('\n')

/** Disables the external validator, and doesn't persist keys that somebody enters. */
const SCRIPT = `SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  filter: true,
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 2,
  displayRequestDuration: true,
  persistAuthorization: false,
  validatorUrl: null,
})
`
