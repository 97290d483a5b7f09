import { RightOutlined } from '@ant-design/icons'
import { formatCount } from '@jianbao/ui'
import type { UnitRow, UnitSummary } from '../contract/index.ts'
import styles from './unit-picker.module.css'
import { unitTexts } from './units/unit.texts.ts'
import { Marked } from './units/unit-words.tsx'

type PickerRowProps = {
  readonly unit: UnitSummary & Partial<Pick<UnitRow, 'above' | 'match'>>
  readonly barred: boolean
  /** Those below it stand under it already. */
  readonly open: boolean
  readonly onPick: () => void
  readonly onEnter: () => void
}

/** A unit to choose, and beside it the way to those below it. */
export function PickerRow({ unit, barred, open, onPick, onEnter }: PickerRowProps) {
  const t = unitTexts.useTexts()
  const { match, above = [] } = unit
  return (
    <li>
      <button type="button" className={styles['choose']} disabled={barred} onClick={onPick}>
        <span>
          {match?.in === 'name' ? <Marked match={match} /> : unit.name}
          <span className={styles['kind']}>{t(`kind.${unit.kind}`)}</span>
        </span>
        {match && match.in !== 'name' ? (
          <span className={styles['quiet']}>
            {t(`in.${match.in}`)} <Marked match={match} />
          </span>
        ) : null}
        {above.length > 0 ? <span className={styles['quiet']}>{above.join(' › ')}</span> : null}
      </button>
      {unit.childCount > 0 && !barred && !open ? (
        <button
          type="button"
          className={styles['enter']}
          aria-label={`${formatCount(unit.childCount)} ${t('into', { name: unit.name })}`}
          onClick={onEnter}
        >
          {formatCount(unit.childCount)} <RightOutlined aria-hidden="true" />
        </button>
      ) : null}
    </li>
  )
}
