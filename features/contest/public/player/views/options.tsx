/** @jsxImportSource preact */
import { choose } from '../player.keys.ts'

type OptionsProps = {
  readonly name: string
  readonly hint: string
  readonly options: readonly string[]
  readonly several: boolean
  readonly chosen: readonly number[]
  readonly onAnswer: (chosen: number[]) => void
}

export const letterOf = (place: number): string => 'ABCDEFGH'[place] ?? ''

/** Choices, each as wide as the page. */
export function Options({ name, hint, options, several, chosen, onAnswer }: OptionsProps) {
  return (
    <fieldset>
      <legend>{hint}</legend>
      {options.map((option, place) => (
        <label key={option} class={chosen.includes(place) ? 'option chosen' : 'option'}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(place)}
            onChange={() => onAnswer(choose(chosen, place, several))}
          />
          <span class="letter" aria-hidden="true">
            {letterOf(place)}
          </span>
          <span>{option}</span>
        </label>
      ))}
    </fieldset>
  )
}
