import type { CommittedDraw, FinishedDraw } from './draw.contract.ts'

/** The text of a file that holds a draw: one object or inspector a line, so that a person can read it too. */
export function printDraw(draw: CommittedDraw | FinishedDraw): string {
  const parts = Object.entries(draw).map(([key, value]) => {
    if (!Array.isArray(value)) return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`
    const lines = value.map(each => `    ${JSON.stringify(each)}`).join(',\n')
    return `  ${JSON.stringify(key)}: [${lines ? `\n${lines}\n  ` : ''}]`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}
