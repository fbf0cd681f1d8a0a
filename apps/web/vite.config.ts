import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig(({ command }) => ({
  plugins: [
    remix({
      ignoredRouteFiles: ['**/*.test.*'],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
        unstable_optimizeDeps: true,
      },
    }),
  ],
  // The pages run React's production build whatever NODE_ENV the server is started with.
  define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
  build: {
    target: 'es2022',
    // No data: addresses: `font-src 'self'` forbids them.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // Built: one file that loads at once. In dev: the workspace's own TypeScript goes through Vite, the rest stays Node's.
  ssr: { noExternal: command === 'build' ? true : [/^@waymark\//], target: 'node' },
  optimizeDeps: { esbuildOptions: { target: 'es2022' } },
}))
