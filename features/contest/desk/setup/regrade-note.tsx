import { formatCount } from '@jianbao/ui'
import { Progress } from 'antd'
import type { ContestRecord } from '../../contract/index.ts'
import { momentWords } from './contest-values.ts'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

/** After a question was withdrawn: how many papers have their new points. */
export function RegradeNote({ regrade }: Pick<ContestRecord, 'regrade'>) {
  const t = setupTexts.useTexts()
  const { state, done, total, changed, finishedAt } = regrade
  if (state === 'none') return null
  if (state === 'working')
    return (
      <div className={styles['warned']} role="status">
        <p>{t('regrading', { done: formatCount(done), total: formatCount(total) })}</p>
        <Progress
          percent={total > 0 ? Math.floor((done / total) * 100) : 0}
          aria-label={t('regradeProgress')}
        />
      </div>
    )
  const at = finishedAt ? momentWords(finishedAt) : ''
  return <p className={styles['note']}>{t('regraded', { at, changed: formatCount(changed) })}</p>
}
