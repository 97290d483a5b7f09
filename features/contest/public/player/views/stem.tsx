/** @jsxImportSource preact */

/** As the bank's rule finds blanks: brackets with nothing in them, or a line. */
const blank = /[（(][\s　]*[）)]|_{2,}|＿{2,}/

/** The words of a question; where several blanks are to be filled in each has its number. */
export function Stem({ text, blanks }: { text: string; blanks: number }) {
  const pieces = text.split(blank)
  if (blanks === 0 || pieces.length === 1) return <>{text}</>
  return (
    <>
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text stay where they are.
        <span key={at}>
          {at > 0 && <span class="blank">{blanks > 1 ? `（第 ${at} 空）` : '（　　）'}</span>}
          {piece}
        </span>
      ))}
    </>
  )
}
