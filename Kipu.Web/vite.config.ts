import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Aspire hands the gateway's address over by its reference; by hand it is the launch profile's port.
const gateway = process.env.GATEWAY_URL ?? process.env.services__gateway__http__0 ?? 'http://localhost:10000'

export default defineConfig({
  plugins: [tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single' }), react(), tailwindcss()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5173),
    strictPort: true,
    // Not /api-keys, which is a page.
    proxy: { '^/api/': { target: gateway, changeOrigin: true, ws: true } },
  },
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  build: {
    manifest: true,
    target: 'es2023',
    // Worklets and fonts stay files: the content security policy allows no data: scripts.
    assetsInlineLimit: 0,
  },
  test: { environment: 'happy-dom', setupFiles: ['src/test/setup.ts'], include: ['src/**/*.test.{ts,tsx}'] },
})
