import { useEffect } from 'react'

/** Sets the document title, the page's name first. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'rota' : `${title} – rota`
  }, [title])
}
