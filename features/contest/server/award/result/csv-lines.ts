import { readLine } from './result-lines.ts'

const heading = ['名次', '姓名', '单位', '组别', '成绩', '用时（秒）', '次数', '核验值']

/** A cell that no program takes for a formula. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The pieces of a list as CSV that spreadsheets open; its first line, which says what the file is, becomes headings. */
export async function* forCsv(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true
  for await (const piece of pieces) {
    const lines = piece.split('\n').slice(0, -1)
    const rows = (first ? lines.slice(1) : lines).map(line => {
      const { place, name, unit, group, points, time, attempts, check } = readLine(line)
      return [String(place), name, unit, group, points, time, String(attempts), check].map(cell).join(',')
    })
    yield `${[...(first ? [`\ufeff${heading.join(',')}`] : []), ...rows].join('\r\n')}\r\n`
    first = false
  }
}
