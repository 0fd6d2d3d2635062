import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileMessages } from './build/compile-messages.ts'
import { keepLanguages } from './build/keep-languages.ts'
import { leanEndpoints } from './build/lean-endpoints.ts'
import { preloadFonts } from './build/preload-fonts.ts'
import { serviceWorker } from './build/service-worker.ts'

/** The oldest browsers that offices still have; checked on the result by tools/check-targets.mjs. */
const TARGETS = ['chrome109', 'firefox115']

/** What every page stands on. */
const FOUNDATION = /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|@tanstack)\//

/** Shared parts, but for what is fetched when a dialog or a menu first opens. */
const PARTS =
  /packages\/web\/src\/(?:components\/(?!dialog|menu-list|aria-language)|i18n\/|preferences\/|pages\/documents\/parts\/|pages\/document\/(?:view\/stretches|clauses\/queries))|vite\/preload-helper/

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    compileMessages(),
    keepLanguages(['en-US', 'fr-FR']),
    leanEndpoints(),
    preloadFonts(['ibm-plex-sans-latin-400', 'ibm-plex-serif-latin-500']),
    serviceWorker(),
  ],
  json: { stringify: true, namedExports: false },
  build: {
    target: TARGETS,
    cssTarget: TARGETS,
    manifest: true,
    sourcemap: false,
    // Fonts as data: addresses would be refused by the page's policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Schemas that nothing in the browser reads go: making one does nothing else.
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        codeSplitting: {
          // What tells zod not to make code from text must run before the first schema is made.
          groups: [
            { name: 'zod', test: /node_modules\/zod\// },
            { name: 'jitless', test: /src\/jitless\.ts/ },
            { name: 'foundation', test: FOUNDATION, includeDependenciesRecursively: false },
            // Every file costs a request and its headers: small parts of all pages travel together.
            { name: 'parts', test: PARTS, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
})
