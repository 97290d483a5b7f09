import { readFileSync } from 'node:fs'

/** The lines of Python of docs/contest-results.md that check a list from its file. */
export const resultsScript = (): string =>
  readFileSync(new URL('../../../check-results.py', import.meta.url), 'utf8')
