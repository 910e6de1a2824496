/** Style sheet of a printed rota; also used on screen. */
export const PRINT_STYLE = `
@page { size: A4 landscape; margin: 8mm }
body { font: 9pt/1.25 Arial, sans-serif; color: #212b32; background: #fff; margin: 1rem }
h1 { font-size: 14pt; margin: 0 0 8pt }
h2 { font-size: 13pt; margin: 0 0 4pt }
h2 small { font-size: 9pt; font-weight: 400; float: right }
h3 { font-size: 10pt; margin: 6pt 0 2pt }
section { margin-bottom: 24pt }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 0.5pt solid #768692; padding: 1pt 2pt; text-align: center; overflow-wrap: anywhere }
thead th { background: #d8dde0 }
tr > th:first-child { width: 44mm; text-align: left }
thead tr:nth-child(2) th { width: auto; text-align: center }
.role th { background: #f0f4f5 }
.duty { background: #ffdc8a; font-weight: 700 }
.absent { background: #e4e9ec }
.short { background: #fbe3df; color: #8a1f11; font-weight: 700 }
ul { margin: 0; padding-left: 14pt; columns: 2 }
.key { color: #4c6272; font-size: 8pt; margin: 4pt 0 0 }
@media print { body { margin: 0 } h1 { display: none } section { break-after: page; margin: 0; print-color-adjust: exact } section:last-child { break-after: auto } }
`
