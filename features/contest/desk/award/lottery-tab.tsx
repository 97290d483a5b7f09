import { EmptyState } from '@jianbao/ui'
import type { ContestAwards } from '../../contract/index.ts'
import styles from './award.module.css'
import { awardTexts } from './award.texts.ts'
import { DrawEntry } from './draw-entry.tsx'
import { NewDraw } from './new-draw.tsx'

/** Who may win, a new draw where one can be made, all draws so far. */
export function LotteryTab({ awards }: { readonly awards: ContestAwards }) {
  const t = awardTexts.useTexts()
  const { lottery, draws, actions } = awards
  if (!lottery) return <EmptyState title={t('noLottery')}>{t('noLotteryWords')}</EmptyState>
  const pending = draws.some(({ state }) => state === 'committed')
  return (
    <div className={styles['stack']}>
      <p className={styles['note']}>
        {t('lotteryRule')}：{t(`lottery.${lottery.by}`, { least: lottery.least })}
        {lottery.drawsADay > 0 ? t('drawsADay', { draws: lottery.drawsADay }) : ''}
      </p>
      {actions.includes('draw') && !pending ? <NewDraw awards={awards} lottery={lottery} /> : null}
      <section className={styles['list']} aria-labelledby="award-draws">
        <h2 id="award-draws">{t('draws')}</h2>
        {draws.length === 0 ? <p className={styles['note']}>{t('noDraws')}</p> : null}
        {draws.map(draw => (
          <DrawEntry key={draw.id} awards={awards} draw={draw} />
        ))}
      </section>
    </div>
  )
}
