import { useLanguage } from '@jianbao/ui'
import { Button, Modal, QRCode } from 'antd'
import { createPortal } from 'react-dom'
import { type ContestRecord, rulesLine } from '../../contract/index.ts'
import { momentWords } from './contest-values.ts'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type LinkSheetProps = {
  readonly contest: ContestRecord
  readonly url: string
  readonly onClose: () => void
}

/** A sheet for the notice board: what it is, a code to scan, the address, when and how. */
export function LinkSheet({ contest, url, onClose }: LinkSheetProps) {
  const t = setupTexts.useTexts()
  return (
    <>
      <Modal
        open
        title={t('linkSheet')}
        width={560}
        onCancel={onClose}
        footer={
          <div className={styles['buttons']}>
            <Button onClick={onClose}>{t('close')}</Button>
            <Button type="primary" onClick={() => print()}>
              {t('print')}
            </Button>
          </div>
        }
      >
        <Sheet contest={contest} url={url} />
      </Modal>
      {/* What goes to paper stands outside the app, so that nothing of it is printed along. */}
      {createPortal(
        <div className={styles['printed']} aria-hidden="true">
          <Sheet contest={contest} url={url} />
        </div>,
        document.body,
      )}
    </>
  )
}

function Sheet({ contest, url }: Omit<LinkSheetProps, 'onClose'>) {
  const t = setupTexts.useTexts()
  const language = useLanguage()
  const { title, unitName, opensAt, closesAt, rules } = contest
  return (
    <div className={styles['sheet']}>
      <p className={styles['sheetHead']}>{t('sheetHead')}</p>
      <p className={styles['sheetTitle']}>{title}</p>
      <div aria-hidden="true">
        <QRCode value={url} size={220} type="svg" color="#000000" bgColor="#ffffff" bordered={false} />
      </div>
      <p>{t('sheetScan')}</p>
      <p>
        {t('sheetOr')}
        <br />
        <strong>{url}</strong>
      </p>
      <dl>
        <dt>{t('sheetWhen')}</dt>
        <dd>
          {momentWords(opensAt)} – {momentWords(closesAt)}
        </dd>
        <dt>{t('sheetHow')}</dt>
        <dd>{rulesLine(rules, language)}</dd>
        <dt>{t('sheetFrom')}</dt>
        <dd>{unitName}</dd>
      </dl>
    </div>
  )
}
