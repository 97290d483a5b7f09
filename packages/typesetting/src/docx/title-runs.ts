/** A blank of the title that fell on a line's end is printed there, or it is lost to whoever joins the lines again. */
export function withBlanks(lines: readonly string[], title: string): string[] {
  let at = 0
  return lines.map(line => {
    at = title.indexOf(line, at) + line.length
    return title[at] === ' ' ? `${line} ` : line
  })
}
