import { Button } from 'antd'
import type { InboxRow } from '../../contract/index.ts'
import styles from './inbox.module.css'
import { inboxTexts } from './inbox.texts.ts'
import previewStyles from './preview.module.css'
import type { TriageDesk } from './use-triage.ts'

type StatusLineProps = {
  readonly desk: TriageDesk
  readonly rows: readonly InboxRow[]
  /** Of the report that is read, -1 for none. */
  readonly row: number
}

/** What was just done, and how to undo it; whoever listens also hears which report is read now. */
export function StatusLine({ desk, rows, row }: StatusLineProps) {
  const t = inboxTexts.useTexts()
  const read = rows[row]
  return (
    <div className={styles['status']} data-said={desk.said !== ''}>
      <p role="status">
        {desk.said}
        <span className={styles['heard']}>
          {read
            ? t('dueTo', { title: read.title, unit: read.unitName, at: row + 1, count: rows.length })
            : ''}
        </span>
      </p>
      {desk.mayUndo ? (
        <Button size="small" aria-keyshortcuts="u" onClick={desk.undo}>
          {t('undo')}
          <kbd className={previewStyles['key']}>u</kbd>
        </Button>
      ) : null}
    </div>
  )
}
