import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.tsx'
import './style.scss'

// NHS components don't start without this class. It is usually added by an inline script, which our content security policy forbids.
document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')

const root = document.getElementById('page')
if (root !== null) {
  // The service may run on this machine, so the browser's online status doesn't show whether it can be reached.
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
