// `npm run accuracy`: how well intake reads, on the invented gold and on the shared gold where it is present.
import { ensureInstalled, runNode } from './install.mjs'

ensureInstalled()
process.exit(runNode(['bench/accuracy.ts', ...process.argv.slice(2)]))
