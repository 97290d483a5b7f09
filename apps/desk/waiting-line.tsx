import { useSlow } from '@jianbao/ui'
import { useIsFetching } from '@tanstack/react-query'
import { deskTexts } from './desk.texts.ts'
import styles from './waiting-line.module.css'

/** A line above the page while it waits for an answer: what is shown below may still be the page before. */
export function WaitingLine() {
  const t = deskTexts.useTexts()
  const slow = useSlow(useIsFetching({ predicate: query => query.meta?.['background'] !== true }) > 0)
  return slow ? <div className={styles['line']} role="progressbar" aria-label={t('loading')} /> : null
}
