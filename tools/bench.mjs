// `npm run bench -- NAME [--quick]`: ends with one JSON line on stdout; the full result goes to bench/results/.
import { ensureInstalled, runNode } from './install.mjs'

ensureInstalled()
process.exit(runNode(['--expose-gc', 'bench/main.ts', ...process.argv.slice(2)]))
