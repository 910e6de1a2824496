/** Scrolls to a finding's cell; otherwise to its person's row or its site. */
import type { Finding } from '../../../api.ts'

/** Runs after the page has been rendered with the view that contains the place. */
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
