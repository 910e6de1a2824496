/** Style sheets of the API documentation and the few plain pages. */

/** For plain pages: signing in and out, and the notice that the pages aren't built yet. */
export const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #212b32; background: #fff }
h1, h2 { line-height: 1.2 }
code { font: 14px/1.5 ui-monospace, monospace; background: #f0f4f5; padding: 0 .25em; overflow-wrap: anywhere }
a { color: #005eb8 }
a:focus { outline: 3px solid #ffeb3b; background: #ffeb3b; color: #212b32 }
`

/** Corrections to Swagger UI's style sheet: narrow screens, visible focus, contrast. */
export const DOCS_STYLE = `
body { margin: 0; background: #fff; color: #212b32 }
body > header { font: 16px/1.5 system-ui, sans-serif; background: #005eb8; color: #fff; padding: .5rem 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem }
body > header a { color: #fff }
body > header strong { margin-right: auto }
noscript p { font: 16px/1.5 system-ui, sans-serif; margin: 1rem }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary-description { font-family: system-ui, sans-serif }
.swagger-ui .wrapper { padding: 0 1rem; max-width: 75rem }
.swagger-ui .info { margin: 1.5rem 0 }
.swagger-ui .info .title small pre, .swagger-ui .info .title small { font-family: inherit }
.swagger-ui .opblock-tag small { color: #4c6272 }
.swagger-ui .opblock .opblock-summary-description { color: #212b32 }
.swagger-ui :focus-visible, body > header a:focus-visible { outline: 3px solid #212b32; outline-offset: 2px; box-shadow: 0 0 0 3px #ffeb3b }
.swagger-ui .opblock-description-wrapper p, .swagger-ui .response-col_description p { max-width: 45rem; margin-left: 0 }
@media (max-width: 40rem) {
  .swagger-ui .wrapper { padding: 0 .5rem }
  .swagger-ui .opblock-tag { display: block; font-size: 1.25rem }
  .swagger-ui .opblock-tag small { display: block; padding: 0 }
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap }
  .swagger-ui .opblock .opblock-summary-control { flex-wrap: wrap; min-width: 0 }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; flex: 1 1 60%; overflow-wrap: anywhere; font-size: 14px }
  .swagger-ui .opblock .opblock-summary-description { flex: 1 1 100%; padding: .25rem 0 }
  .swagger-ui .opblock-summary-path-description-wrapper { flex-wrap: wrap; gap: 0; min-width: 0 }
  .swagger-ui table.parameters, .swagger-ui table.parameters tbody, .swagger-ui table.parameters tr, .swagger-ui table.parameters td,
  .swagger-ui table.responses-table, .swagger-ui table.responses-table tbody, .swagger-ui table.responses-table tr, .swagger-ui table.responses-table td { display: block; width: auto; min-width: 0 }
  .swagger-ui table thead { display: none }
  .swagger-ui .parameters-col_description input, .swagger-ui .parameters-col_description select { max-width: 100%; min-width: 0; width: 100% }
  .swagger-ui .execute-wrapper .btn, .swagger-ui .btn-group .btn { width: 100% }
  .swagger-ui .responses-inner, .swagger-ui .opblock-section-header { padding: .5rem }
  .swagger-ui .response-col_links { display: none !important }
  .swagger-ui pre, .swagger-ui .highlight-code { max-width: calc(100vw - 4rem) }
}
`
