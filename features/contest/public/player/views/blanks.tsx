/** @jsxImportSource preact */

type BlanksProps = {
  readonly count: number
  readonly answer: readonly string[]
  readonly onAnswer: (words: string[]) => void
}

/** A line to write on for each blank. */
export function Blanks({ count, answer, onAnswer }: BlanksProps) {
  const places = Array.from({ length: count }, (_, at) => at)
  const write = (at: number, words: string) =>
    onAnswer(places.map(place => (place === at ? words : (answer[place] ?? ''))))
  return (
    <div class="fields">
      {places.map(at => (
        <label key={at}>
          {count > 1 ? `第 ${at + 1} 空` : '请填写答案'}
          <input
            type="text"
            value={answer[at] ?? ''}
            maxLength={100}
            autoComplete="off"
            enterKeyHint="next"
            onInput={event => write(at, event.currentTarget.value)}
          />
        </label>
      ))}
    </div>
  )
}
