import { FileTextOutlined, PictureOutlined, ProfileOutlined } from '@ant-design/icons'
import { ActDialog } from '@jianbao/organisation/desk/parts'
import { reportStates } from '@jianbao/report/contract'
import { ReportStateTag } from '@jianbao/report/desk/parts'
import { FormField, formatCount, formatInstant, formatSize } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { Evidence, LedgerItem } from '../../../contract/index.ts'
import styles from './item.module.css'
import { itemTexts } from './item.texts.ts'
import { useDeed } from './use-deed.ts'

type EvidenceRowProps = { readonly item: LedgerItem; readonly evidence: Evidence }

/** One piece of proof; what was taken back is struck out and says why. */
export function EvidenceRow({ item, evidence }: EvidenceRowProps) {
  const t = itemTexts.useTexts()
  const [asking, setAsking] = useState(false)
  const { name, note, adds, addedName, addedAt, withdrawnAt, withdrawnWhy } = evidence
  const at = formatInstant(addedAt)
  const reportState = reportStates.find(state => state === evidence.reportState)
  const why = withdrawnWhy === 'report' ? t('withdrawnReport') : withdrawnWhy
  return (
    <li data-withdrawn={withdrawnAt !== null}>
      <Sign item={item} evidence={evidence} />
      <div>
        <span className={styles['proofName']}>
          <Name item={item} evidence={evidence} />
        </span>
        <span className={styles['proofFacts']}>
          {reportState ? <ReportStateTag state={reportState} /> : null}
          {adds !== null && adds > 0 && withdrawnAt === null && item.target ? (
            <span>{t('adds', { value: formatCount(adds), unit: item.target.unit })}</span>
          ) : null}
          {evidence.bytes === null ? null : <span>{formatSize(evidence.bytes)}</span>}
          <span>{addedName ? t('addedBy', { name: addedName, at }) : t('addedProgram', { at })}</span>
        </span>
        {note ? <p>{note}</p> : null}
        {withdrawnAt ? (
          <p className={styles['why']}>
            {t('withdrawn')} {formatInstant(withdrawnAt)}
            {why ? `：${why}` : ''}
          </p>
        ) : null}
      </div>
      {evidence.actions.includes('withdraw') ? (
        <Button size="small" aria-label={t('withdrawOf', { name })} onClick={() => setAsking(true)}>
          {t('withdraw')}
        </Button>
      ) : null}
      {asking ? <Withdraw item={item} evidence={evidence} onClose={() => setAsking(false)} /> : null}
    </li>
  )
}

const fileAddress = (itemId: string, evidenceId: string): string =>
  `/api/ledger-items/${itemId}/evidence/${evidenceId}/file`
const isPicture = ({ mediaType }: Evidence): boolean => mediaType?.startsWith('image/') ?? false

function Sign({ item, evidence }: EvidenceRowProps) {
  if (isPicture(evidence) && evidence.withdrawnAt === null)
    return <img src={fileAddress(item.id, evidence.id)} alt="" loading="lazy" className={styles['thumb']} />
  const Icon =
    evidence.kind === 'report' ? ProfileOutlined : isPicture(evidence) ? PictureOutlined : FileTextOutlined
  return <Icon aria-hidden="true" className={styles['sign'] ?? ''} />
}

function Name({ item, evidence }: EvidenceRowProps) {
  const t = itemTexts.useTexts()
  const { id, kind, name, reportId, reportState, withdrawnAt } = evidence
  if (kind === 'file')
    return (
      <a href={fileAddress(item.id, id)} target="_blank" rel="noreferrer">
        {withdrawnAt ? <s>{name}</s> : name}
      </a>
    )
  const words = withdrawnAt ? <s>{name}</s> : name
  if (reportId === null || reportState === null)
    return (
      <>
        {words} <span className={styles['faint']}>{t('reportHidden')}</span>
      </>
    )
  return (
    <Link to="/reports/$id" params={{ id: reportId }}>
      {words}
    </Link>
  )
}

function Withdraw({ item, evidence, onClose }: EvidenceRowProps & { readonly onClose: () => void }) {
  const t = itemTexts.useTexts()
  const { message } = App.useApp()
  const { run, overtaken } = useDeed(item)
  const [words, setWords] = useState('')
  return (
    <ActDialog
      title={t('withdrawOf', { name: evidence.name })}
      confirm={t('withdraw')}
      cancel={t('cancel')}
      danger
      blocked={words.trim().length < 2}
      overtaken={overtaken}
      onConfirm={async () => {
        await run((acts, version) => acts.withdraw(evidence.id, { version, words: words.trim() }))
        void message.success(t('withdrawnDone'))
      }}
      onClose={onClose}
    >
      <p>{t('withdrawWords')}</p>
      <FormField label={t('reason')} hint={t('reasonMust')}>
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      </FormField>
    </ActDialog>
  )
}
