import { archiveTexts } from './archive.texts.ts'
import { markId, type Reading } from './reading.marks.ts'
import styles from './structure.module.css'

/** Text that was set aside, with the reason: nothing of the original is passed over in silence. */
export function NoiseList({ reading }: { reading: Reading }) {
  const t = archiveTexts.useTexts()
  if (reading.noise.length === 0) return null
  return (
    <details className={styles['card']}>
      <summary>{t('noise', { count: reading.noise.length })}</summary>
      <ul className={styles['noise']}>
        {reading.noise.map((noise, at) => (
          <li key={markId.noise(at)}>
            <span className={styles['reason']}>{t(`noise.${noise.reason}`)}</span>
            <button type="button" className={styles['plain']} data-marks={markId.noise(at)}>
              {noise.text.trim() || '␣'}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
