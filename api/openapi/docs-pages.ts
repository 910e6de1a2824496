/** The OpenAPI document and the page that shows it to people. */
import type { Page } from '../access/call-finding.ts'
import type { Json } from './component-book.ts'
import { docsPage, STYLE } from './page.ts'

export function docsPages(openapi: Json): readonly Page[] {
  const page = docsPage(openapi)
  return [
    { path: '/v1/openapi.json', handler: (_, response) => void response.json(openapi) },
    { path: '/docs', handler: (_, response) => void response.type('html').send(page) },
    { path: '/docs/style.css', handler: (_, response) => void response.type('css').send(STYLE) },
  ]
}
