import { useEffect } from 'react'

/** Names the page in the browser's tab and for screen readers, the page first. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'rota' : `${title} – rota`
  }, [title])
}
