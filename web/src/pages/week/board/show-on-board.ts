/** Takes the reader to the place of a finding: its cell, else its person's row, else its site. */
import type { Finding } from '../../../api.ts'

/** Once the page has been drawn with the view that has the place in it. */
export function showOnBoard(finding: Finding): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const found = placeOf(finding)
      found?.scrollIntoView({ block: 'center', inline: 'nearest' })
      found?.focus({ preventScroll: true })
    }),
  )
}

function placeOf({ date, part, site, people }: Finding): HTMLElement | null {
  const [person] = people
  const cells = [...document.querySelectorAll<HTMLElement>('[data-place]')]
  const own = person === undefined ? [] : cells.filter(({ dataset }) => dataset.place?.startsWith(`${person} `))
  const then = [date, part].filter((word) => word !== undefined).join(' ')
  const cell = own.find(({ dataset }) => then !== '' && dataset.place?.includes(` ${then}`)) ?? own[0]
  return cell ?? document.querySelector<HTMLElement>(`[data-site="${CSS.escape(site ?? '')}"]`)
}
