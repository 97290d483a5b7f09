import { formatCount } from '@jianbao/ui'
import { type CountedThing, countedThings, type RankedUnit } from '../contract/index.ts'
import { percent } from './percent.ts'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'

type AccountFiguresProps = { readonly unit: RankedUnit; readonly onOpen: (of: CountedThing) => void }

/** Every figure opens the list it counts; the points are the lines below. */
export function AccountFigures({ unit, onOpen }: AccountFiguresProps) {
  const t = scoringTexts.useTexts()
  return (
    <dl className={styles['figures']} aria-label={t('figures')}>
      <div>
        <dt>{t('points')}</dt>
        <dd>
          <a href="#lines">{formatCount(unit.points)}</a>
        </dd>
      </div>
      {countedThings.map(of => (
        <div key={of}>
          <dt>{t(of)}</dt>
          <dd>
            <button type="button" onClick={() => onOpen(of)}>
              {formatCount(unit[of])}
            </button>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('rate')}</dt>
        <dd>{percent(unit.adopted, unit.reported)}</dd>
      </div>
    </dl>
  )
}
