import { CameraOutlined, FileAddOutlined, FileSearchOutlined } from '@ant-design/icons'
import { ProblemNotice, ProgressBar, useMedia, usePhone, useWindowDrop } from '@jianbao/ui'
import { Button } from 'antd'
import { useState } from 'react'
import type { LedgerItem } from '../../../contract/index.ts'
import { Card } from './card.tsx'
import { EvidenceRow } from './evidence-row.tsx'
import { FilePicker } from './file-picker.tsx'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'
import { ReportPicker } from './report-picker.tsx'
import { useProofFiles } from './use-proof-files.ts'

/** The proof: reports with their state and files; added by choosing, dragging, or with a phone's camera. */
export function EvidenceCard({ item }: { readonly item: LedgerItem }) {
  const t = itemTexts.useTexts()
  const proves = item.actions.includes('prove')
  const [choosing, setChoosing] = useState(false)
  const none = item.rules.closing === 'adopted' ? 'evidenceNoneKept' : 'evidenceNoneWords'
  const standing = item.proof.filter(({ withdrawnAt }) => withdrawnAt === null).length
  return (
    <Card
      id="item-evidence"
      title={
        <>
          {t('evidence')}
          {standing > 0 ? <span className={styles['faint']}> {standing}</span> : null}
        </>
      }
    >
      {item.proof.length === 0 ? (
        <div className={styles['none']}>
          <strong>{t('evidenceNone')}</strong>
          <p className={styles['note']}>{t(proves ? none : 'evidenceNoneRead')}</p>
        </div>
      ) : (
        <ul className={styles['proof']}>
          {item.proof.map(one => (
            <EvidenceRow key={one.id} item={item} evidence={one} />
          ))}
        </ul>
      )}
      {proves ? <AddProof item={item} onChoose={() => setChoosing(true)} /> : null}
      {choosing ? <ReportPicker item={item} onClose={() => setChoosing(false)} /> : null}
    </Card>
  )
}

type AddProofProps = { readonly item: LedgerItem; readonly onChoose: () => void }

function AddProof({ item, onChoose }: AddProofProps) {
  const t = itemTexts.useTexts()
  const touch = [useMedia('(pointer: coarse)'), usePhone()].some(Boolean)
  const { sending, error, add, retry } = useProofFiles(item)
  const over = useWindowDrop(({ files }) => add(files))
  return (
    <div className={styles['addProof']} data-over={over}>
      <div className={styles['buttons']}>
        {touch ? (
          <FilePicker
            camera
            label={t('takePhoto')}
            icon={<CameraOutlined aria-hidden="true" />}
            onFiles={add}
          />
        ) : null}
        <Button icon={<FileSearchOutlined aria-hidden="true" />} onClick={onChoose}>
          {t('addReports')}
        </Button>
        <FilePicker label={t('addFiles')} icon={<FileAddOutlined aria-hidden="true" />} onFiles={add} />
      </div>
      {sending ? (
        <p className={styles['progress']} role="status">
          <span>{t('sendingName', { name: sending.name })}</span>
          <ProgressBar
            part={sending.part}
            label={t('sending', { percent: Math.round(sending.part * 100) })}
          />
        </p>
      ) : null}
      {error ? <ProblemNotice error={error} onRetry={retry} /> : null}
      {touch ? null : <p className={styles['faint']}>{t(over ? 'dropHere' : 'dropHint')}</p>}
    </div>
  )
}
