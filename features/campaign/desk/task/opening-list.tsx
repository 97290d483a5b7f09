import { Button } from 'antd'
import type { BoundUnit } from '../../contract/index.ts'
import { useTaskWords } from '../plan/campaign-words.tsx'
import type { AskingOpening } from './asking-opening.ts'
import styles from './task.module.css'
import { taskTexts } from './task.texts.ts'

type OpeningListProps = {
  readonly unit: BoundUnit
  readonly opens: boolean
  readonly onAsk: (asking: AskingOpening) => void
}

/** Periods a unit may report on although they are locked: until when, by whom, why. */
export function OpeningList({ unit, opens, onAsk }: OpeningListProps) {
  const t = taskTexts.useTexts()
  const { day } = useTaskWords()
  if (!unit.openings.length) return null
  return (
    <ul className={styles['openings']}>
      {unit.openings.map(opening => (
        <li key={opening.periodNo} data-over={opening.over}>
          <span>
            <strong>{opening.periodName}</strong>{' '}
            {t(opening.over ? 'over' : 'untilDay', { day: day(opening.untilDay) })}
          </span>
          <span className={styles['soft']}>{t('by', { by: opening.byName, reason: opening.reason })}</span>
          {opens && !opening.over ? (
            <Button
              size="small"
              type="link"
              aria-label={`${t('takeBack')} ${unit.name} ${opening.periodName}`}
              onClick={() => onAsk({ act: 'close', unit, opening })}
            >
              {t('takeBack')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
