import styles from './group.module.css'
import { groupTexts } from './group.texts.ts'
import type { GroupDesk } from './use-group-desk.ts'

/** What was done last. */
export function DoneLine({ desk: { done } }: { desk: GroupDesk }) {
  const t = groupTexts.useTexts()
  return (
    <div role="status">
      {done ? <p className={styles['done']}>{t(`done.${done.act}`, { name: done.name })}</p> : null}
    </div>
  )
}
