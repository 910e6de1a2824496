import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** During development the API is the service that `npm start` or `rota serve --port 8080` runs. */
const API = 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  build: {
    // The service's content security policy allows no inline data but images, so that nothing is inlined by accident.
    assetsInlineLimit: 0,
    target: 'es2023',
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'service-worker/service-worker.ts' },
      // A service worker keeps its address, and stands above the pages that it serves.
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  css: {
    preprocessorOptions: {
      // Deprecation warnings of the NHS library's own Sass are theirs to mend.
      scss: { quietDeps: true, loadPaths: ['../node_modules', 'node_modules'] },
    },
  },
  server: { proxy: { '/v1': API, '/docs': API } },
})
