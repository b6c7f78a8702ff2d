import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Problem } from './api/index.ts'
import { router } from './app/router.tsx'
import { startSpeaking } from './i18n/index.ts'
import { browserLocale } from './i18n/locale.ts'
import { Ui } from './ui/provider.tsx'

const passing = [0, 429, 503]

// In memory only: nothing about anybody is kept when the window closes.
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && error instanceof Problem && passing.includes(error.status),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root.')
await startSpeaking(browserLocale())
createRoot(root).render(
  <StrictMode>
    <Ui>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Ui>
  </StrictMode>,
)
