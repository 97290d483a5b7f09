import { formatCount } from '@jianbao/ui'
import type { RankingPage, silences } from '../contract/index.ts'
import { percent } from './percent.ts'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'

type RankingFiguresProps = {
  readonly page: RankingPage
  readonly onSilence: (silence: (typeof silences)[number]) => void
}

/** What the list comes to: sums of the rows below, and who is silent. */
export function RankingFigures({ page: { sums, total, silent }, onSilence }: RankingFiguresProps) {
  const t = scoringTexts.useTexts()
  return (
    <dl className={styles['figures']} aria-label={t('figures')}>
      <Figure name={t('units')} value={formatCount(total)} />
      <Figure name={t('points')} value={formatCount(sums.points)} />
      <Figure name={t('reported')} value={formatCount(sums.reported)} />
      <Figure name={t('adopted')} value={formatCount(sums.adopted)} />
      <Figure name={t('rate')} value={percent(sums.adopted, sums.reported)} />
      {(['no-adoption', 'no-report'] as const).map(silence => (
        <div key={silence}>
          <dt>{t(`silence.${silence}`)}</dt>
          <dd>
            <button type="button" onClick={() => onSilence(silence)}>
              {formatCount(silent[silence])}
            </button>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
