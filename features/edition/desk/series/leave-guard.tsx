import { useBlocker } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'

/** Asks before unsaved changes are left behind, on the desk and when the window is closed. */
export function LeaveGuard({ active }: { readonly active: boolean }) {
  const t = seriesTexts.useTexts()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => active && current.pathname !== next.pathname,
    enableBeforeUnload: () => active,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Modal open title={t('leaveTitle')} footer={null} width={420} onCancel={() => blocker.reset()}>
      <p>{t('leaveWords')}</p>
      <div className={styles['foot']}>
        <Button danger onClick={() => blocker.proceed()}>
          {t('leave')}
        </Button>
        <Button type="primary" onClick={() => blocker.reset()}>
          {t('stay')}
        </Button>
      </div>
    </Modal>
  )
}
