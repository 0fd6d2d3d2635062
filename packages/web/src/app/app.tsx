import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Messages } from '../i18n/messages.tsx'
import { queryClient, router } from './router.ts'

/** The whole application. */
export function App() {
  return (
    <Suspense>
      <Messages area="web">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Messages>
    </Suspense>
  )
}
