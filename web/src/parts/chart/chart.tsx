import type { PlotOptions } from '@observablehq/plot'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { plainPlot } from './plain-plot.ts'

/** The chart's data as rows; the first column names each row. */
export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface ChartProps {
  readonly title: string
  /** A sentence with the chart's main message. */
  readonly says?: ReactNode
  /** Plot options for a width in pixels. */
  readonly options: (width: number) => PlotOptions
  readonly table: ChartTable
  /** Printed pages have charts without tables. */
  readonly isPrinted?: boolean
}

/** A chart with its figures as a table behind "show as table". Screen readers get the table. */
export function Chart({ title, says, options, table, isPrinted = false }: ChartProps) {
  const [isTable, setIsTable] = useState(false)
  const id = useId()
  return (
    <figure className="rota-chart" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      {says !== undefined && <p className="rota-chart__says">{says}</p>}
      {!isTable && <Picture options={options} />}
      <div className={isTable ? 'rota-scroll' : 'nhsuk-u-visually-hidden'}>
        <Rows title={title} table={table} />
      </div>
      {!isPrinted && (
        <button type="button" className="rota-link" onClick={() => setIsTable(!isTable)}>
          {isTable ? 'Show as picture' : 'Show as table'}
          <span className="nhsuk-u-visually-hidden">: {title}</span>
        </button>
      )}
    </figure>
  )
}

function Picture({ options }: Pick<ChartProps, 'options'>) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const own = box.current
    if (own === null) return
    const watch = new ResizeObserver(() => setWidth(Math.floor(own.clientWidth)))
    watch.observe(own)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    if (width > 0) box.current?.replaceChildren(plainPlot({ width, ...options(width) }))
  }, [options, width])
  return <div className="rota-chart__picture" ref={box} />
}

function Rows({ title, table: { head, rows } }: { readonly title: string; readonly table: ChartTable }) {
  return (
    <table className="rota-table rota-table--plain">
      <caption className="nhsuk-u-visually-hidden">{title}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, k) => (
              <td key={head[k + 1]} data-label={head[k + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
