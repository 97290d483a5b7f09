import { Modal } from 'antd'
import { keyOf, reviewActs } from './review.keys.ts'
import { reviewTexts } from './review.texts.ts'
import styles from './sheets.module.css'

/** All keys on one sheet. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = reviewTexts.useTexts()
  return (
    <Modal open={open} title={t('keysTitle')} footer={null} width={640} onCancel={onClose}>
      <p className={styles['keysNote']}>{t('keysNote')}</p>
      <dl className={styles['keys']}>
        {reviewActs.map(({ act }) => (
          <div key={act}>
            <dt>
              <kbd>{keyOf(act)}</kbd> {t(`act.${act}`)}
            </dt>
            <dd>{t(`hint.${act}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
