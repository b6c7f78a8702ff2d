import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { catalogue } from './build/catalogue.ts'
import { tokens } from './build/tokens.ts'

/** The console, as files that any static host can serve: no script, style or image but from its own origin. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), catalogue(), tokens()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A file of its own keeps the policy free of `data:`.
    assetsInlineLimit: 0,
    // Preloading would need an inline script on some browsers.
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 800,
  },
  server: { port: 5173, strictPort: true, proxy: { '/v1': target(), '/auth': target() } },
})

function target(): string {
  return process.env.RXC_URL ?? 'http://127.0.0.1:3000'
}
