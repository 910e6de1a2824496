import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.tsx'
import './style.scss'

// NHS components refuse to start without this class, which an inline script usually adds; our policy allows none.
document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')

const root = document.getElementById('page')
if (root !== null) {
  // The service may be on this very machine: whether the browser thinks itself online says nothing about reaching it.
  const networkMode = 'always'
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false, networkMode }, mutations: { networkMode } },
  })
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
