import { readFileSync } from 'node:fs'

/** The thirty lines of Python of docs/draw.md that replay a draw from its file. */
export const replayScript = (): string => readFileSync(new URL('../replay.py', import.meta.url), 'utf8')
