/** The page at /docs: the OpenAPI document for readers. One page and one style sheet, with no script and nothing from elsewhere. */
import type { Json } from './component-book.ts'

export const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #212b32; background: #fff }
h1, h2 { line-height: 1.2 }
h2 { margin-top: 2.5rem; border-top: 1px solid #d8dde0; padding-top: 1rem }
code, pre { font: 14px/1.5 ui-monospace, monospace; background: #f0f4f5 }
code { padding: 0 .25em }
h1, h2, code, a { overflow-wrap: anywhere }
pre { padding: .75rem; overflow-x: auto; max-height: 30rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #d8dde0 }
summary { cursor: pointer; color: #005eb8 }
a { color: #005eb8 }
@media (max-width: 40rem) {
  thead { display: none }
  table, tbody, tr, td { display: block }
  tr { padding: .5rem 0; border-bottom: 1px solid #d8dde0 }
  td { padding: 0; border: 0 }
  td:first-child { font-weight: bold }
}
a:focus, summary:focus { outline: 3px solid #ffeb3b; background: #ffeb3b; color: #212b32 }
`

export function docsPage(openapi: Json): string {
  const calls = Object.entries(object(openapi.paths)).flatMap(([path, methods]) =>
    Object.entries(object(methods)).map(([method, call]) => ({
      path,
      method: method.toUpperCase(),
      call: object(call),
    })),
  )
  const schemas = Object.entries(object(object(openapi.components).schemas))
  const { title, description, version } = object(openapi.info)
  return [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(title)}: the calls</title><link rel="stylesheet" href="/docs/style.css"></head><body><main>`,
    `<h1>${text(title)} ${text(version)}</h1><p>${text(description)}</p>`,
    '<p>For programs: <a href="/v1/openapi.json">/v1/openapi.json</a> (OpenAPI 3.1).</p>',
    `<ul>${calls.map(entryOf).join('')}</ul>`,
    ...calls.map(sectionOf),
    '<h2>What is sent and answered</h2>',
    ...schemas.map(([name, schema]) => `<h3 id="${text(name)}">${text(name)}</h3>${details('Schema', schema)}`),
    '</main></body></html>',
  ].join('\n')
}

interface Listed {
  readonly path: string
  readonly method: string
  readonly call: Json
}

function entryOf({ path, method, call }: Listed): string {
  return `<li><a href="#${text(call.operationId)}"><code>${method} ${text(path)}</code></a> ${words(call.summary)}</li>`
}

function sectionOf({ path, method, call }: Listed): string {
  const body = object(object(call.requestBody).content)
  return [
    `<section><h2 id="${text(call.operationId)}"><code>${method} ${text(path)}</code></h2><p>${words(call.summary)} ${words(call.description)}</p>`,
    parametersOf(call.parameters),
    ...Object.entries(body).map(([type, content]) => `<p>Takes <code>${text(type)}</code>: ${schemaOf(content)}</p>`),
    '<table><thead><tr><th>Status</th><th>Means</th><th>Holds</th></tr></thead><tbody>',
    ...Object.entries(object(call.responses)).map(([status, answer]) => answerOf(status, object(answer))),
    '</tbody></table></section>',
  ].join('\n')
}

function parametersOf(parameters: unknown): string {
  if (!Array.isArray(parameters)) return ''
  const rows = parameters.map(object).map(({ name, in: place, description, schema }) => {
    const pattern = object(schema).pattern
    const shape = pattern === undefined ? '' : ` <code>${text(pattern)}</code>`
    return `<tr><td><code>${text(name)}</code></td><td>${text(place)}</td><td>${words(description)}${shape}</td></tr>`
  })
  return `<table><thead><tr><th>Name</th><th>In</th><th>Says</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function answerOf(status: string, { description, content }: Json): string {
  const holds = Object.entries(object(content)).map(([type, one]) => `<code>${text(type)}</code> ${schemaOf(one)}`)
  return `<tr><td>${text(status)}</td><td>${words(description)}</td><td>${holds.join('<br>')}</td></tr>`
}

function schemaOf(content: unknown): string {
  const schema = object(object(content).schema)
  const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  return name === undefined ? details('Schema', schema) : `<a href="#${text(name)}">${text(name)}</a>`
}

function details(summary: string, value: unknown): string {
  return `<details><summary>${summary}</summary><pre>${text(JSON.stringify(value, null, 2))}</pre></details>`
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function text(value: unknown): string {
  return String(value ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** What stands between backticks is code. */
function words(value: unknown): string {
  return text(value).replace(/`([^`]*)`/g, '<code>$1</code>')
}
