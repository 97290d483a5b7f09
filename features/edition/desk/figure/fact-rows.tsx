import { Checkbox, Radio } from 'antd'
import { printFigure } from '../../contract/index.ts'
import { type Choice, keyOf } from './fact-choices.ts'
import styles from './figure.module.css'
import { figureTexts } from './figure.texts.ts'
import { originWords } from './figure-words.ts'

type FactRowsProps = {
  readonly choices: readonly Choice[]
  readonly chosen: ReadonlyMap<string, Choice>
  /** One alone can be chosen. */
  readonly single: boolean
  readonly onToggle: (choice: Choice) => void
}

export function FactRows({ choices, chosen, single, onToggle }: FactRowsProps) {
  const t = figureTexts.useTexts()
  const Mark = single ? Radio : Checkbox
  return (
    <ul className={styles['facts']} aria-label={t('sources')}>
      {choices.map(choice => {
        const { value, unit, qualifier, measureName, of } = choice
        const printed = value !== null && unit && qualifier ? printFigure({ value, unit, qualifier }) : null
        return (
          <li key={keyOf(choice)}>
            <Mark checked={chosen.has(keyOf(choice))} onChange={() => onToggle(choice)}>
              <span className={styles['fact']}>
                {printed ? <b>{of ? `${of} ${printed}` : printed}</b> : null}
                <span>{[measureName, originWords(t, choice)].filter(Boolean).join(' · ')}</span>
              </span>
            </Mark>
          </li>
        )
      })}
    </ul>
  )
}
