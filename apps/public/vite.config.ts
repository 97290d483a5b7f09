import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = new URL('.', import.meta.url)

// The one script of the public side, the player of a contest: classic, for browsers of old phones.
export default defineConfig({
  root: fileURLToPath(here),
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2017',
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('../../features/contest/public/player/main.tsx', here)),
      output: { format: 'iife', entryFileNames: 'player-[hash].js' },
    },
  },
})
