import { CheckOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { acceptAll, dismissRemarks, pendingKeys } from './accept-proposal.ts'
import styles from './form.module.css'
import { formTexts } from './form.texts.ts'
import { type FormTools, newId } from './use-form.ts'

/** How much waits to be confirmed, and what was left out of the text that was read. */
export function ReadingNotice({ tools: { draft, change } }: { tools: FormTools }) {
  const t = formTexts.useTexts()
  const { proposal } = draft
  if (!proposal) return null
  const count = pendingKeys(draft).length
  const { leftOut, warnings } = proposal
  return (
    <section className={styles['notice']} aria-label={t('readingLabel')}>
      {count > 0 ? (
        <div className={styles['noticeHead']}>
          <span role="status">{t('toConfirm', { count })}</span>
          <Button
            type="primary"
            ghost
            icon={<CheckOutlined aria-hidden="true" />}
            onClick={() => change(now => acceptAll(now, newId))}
          >
            {t('acceptAll')}
          </Button>
        </div>
      ) : null}
      {warnings.length + leftOut.length > 0 ? (
        <div className={styles['remarks']}>
          <ul>
            {warnings.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
            {leftOut.map(({ reason, text }) => (
              <li key={`${reason} ${text}`}>{t('leftOut', { what: t(`leftOut.${reason}`), words: text })}</li>
            ))}
          </ul>
          <Button size="small" onClick={() => change(dismissRemarks)}>
            {t('seen')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
