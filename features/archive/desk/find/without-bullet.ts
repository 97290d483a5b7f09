import type { Marked } from '../../contract/index.ts'

/** The sign a brief is printed with: where the brief is listed alone, it is no part of what it says. */
const bullet = /^[\s●○■□◆◇▲△★☆※·•*]+/u

/** A text as a list shows it: without its bullet, the marks where they were. */
export function withoutBullet({ text, marks }: Marked): Marked {
  const cut = bullet.exec(text)?.[0].length ?? 0
  if (cut === 0) return { text, marks }
  return {
    text: text.slice(cut),
    marks: marks.filter(([from]) => from >= cut).map(([from, to]) => [from - cut, to - cut]),
  }
}
