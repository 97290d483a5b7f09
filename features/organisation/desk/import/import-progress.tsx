import { formatCount, ProgressBar } from '@jianbao/ui'
import type { Import } from '../../contract/index.ts'
import styles from './import.module.css'
import { importTexts } from './import.texts.ts'

/** How far the system is, in numbers; whoever leaves misses nothing. */
export function ImportProgress({ sheet }: { sheet: Import }) {
  const t = importTexts.useTexts()
  const { state, done, total } = sheet
  const reading = state === 'waiting' || state === 'checking'
  const numbers = { done: formatCount(done), total: formatCount(total) }
  const words =
    total === 0
      ? t(reading ? 'progressCheckingFirst' : 'progressWritingFirst')
      : t(reading ? 'progressChecking' : 'progressWriting', numbers)
  return (
    <section className={styles['progress']} aria-label={t('progressLabel')}>
      <p role="status">{words}</p>
      <ProgressBar part={total === 0 ? 0 : done / total} label={t('progressLabel')} />
      <p className={styles['faint']}>{t('leave')}</p>
    </section>
  )
}
