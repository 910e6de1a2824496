/**
 * Observable Plot's chart without its inline stylesheet, which our content security policy blocks; _chart.scss has those rules instead.
 */
import { type PlotOptions, plot } from '@observablehq/plot'

export function plainPlot(options: PlotOptions): SVGSVGElement | HTMLElement {
  const picture = plot({ ...options, className: 'rota-plot', style: {} })
  for (const style of picture.querySelectorAll('style')) style.remove()
  if (picture instanceof SVGSVGElement) picture.setAttribute('aria-hidden', 'true')
  return picture
}
