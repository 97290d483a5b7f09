import type { Marked } from '../../contract/index.ts'

/** A text with its marks lit. */
export function MarkedText({ text, marks }: Marked) {
  const parts = marks.map(([from, to], at) => ({
    before: text.slice(at === 0 ? 0 : marks[at - 1]![1], from),
    lit: text.slice(from, to),
    from,
  }))
  return (
    <>
      {parts.map(({ before, lit, from }) => (
        <span key={from}>
          {before}
          <mark>{lit}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
