/** Observable Plot's picture without its own stylesheet, which our content security policy doesn't let in; _chart.scss has those rules. */
import { type PlotOptions, plot } from '@observablehq/plot'

export function plainPlot(options: PlotOptions): SVGSVGElement | HTMLElement {
  const picture = plot({ ...options, className: 'rota-plot', style: {} })
  for (const style of picture.querySelectorAll('style')) style.remove()
  if (picture instanceof SVGSVGElement) picture.setAttribute('aria-hidden', 'true')
  return picture
}
