import { App, Button } from 'antd'
import { useState } from 'react'
import type { DistributionRow, Recipient, RecipientWarning } from '../../contract/index.ts'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'

type RecipientRowProps = {
  readonly to: DistributionRow['to']
  readonly recipients: readonly Recipient[]
  readonly warnings: readonly RecipientWarning[]
  readonly editable: boolean
  readonly onAdd: () => void
  readonly onChange: (recipients: Recipient[]) => void
}

const folded = 24

export function RecipientRow({ to, recipients, warnings, editable, onAdd, onChange }: RecipientRowProps) {
  const t = seriesTexts.useTexts()
  const { modal } = App.useApp()
  const [whole, setWhole] = useState(false)
  const shown = whole ? recipients : recipients.slice(0, folded)
  const clear = () =>
    void modal.confirm({
      title: t('clearAsk', { to, count: recipients.length }),
      okText: t('clearRow'),
      cancelText: t('cancel'),
      onOk: () => onChange([]),
    })
  return (
    <div className={styles['recipients']}>
      <div className={styles['recipientsHead']}>
        <h3>{t(`to.${to}`)}</h3>
        <span className={styles['faint']}>
          {recipients.length ? t('counts', countsOf(recipients)) : t('nobody')}
        </span>
        <Button
          size="small"
          disabled={!editable}
          aria-label={`${t(`to.${to}`)}：${t('addThem')}`}
          onClick={onAdd}
        >
          {t('addThem')}
        </Button>
        {recipients.length > 1 ? (
          <Button size="small" type="text" disabled={!editable} onClick={clear}>
            {t('clearRow')}
          </Button>
        ) : null}
      </div>
      <ul className={styles['chips']}>
        {shown.map(recipient => (
          <Chip
            key={recipient.name}
            recipient={recipient}
            warning={warnings.find(({ name }) => name === recipient.name)}
            editable={editable}
            onRename={name =>
              onChange(recipients.map(each => (each === recipient ? { ...each, name } : each)))
            }
            onRemove={() => onChange(recipients.filter(each => each !== recipient))}
          />
        ))}
      </ul>
      {recipients.length > folded ? (
        <Button size="small" type="link" disabled={false} onClick={() => setWhole(!whole)}>
          {whole ? t('fewer') : t('moreRecipients', { count: recipients.length - folded })}
        </Button>
      ) : null}
    </div>
  )
}

type ChipProps = {
  readonly recipient: Recipient
  readonly warning: RecipientWarning | undefined
  readonly editable: boolean
  readonly onRename: (name: string) => void
  readonly onRemove: () => void
}

function Chip({ recipient, warning, editable, onRename, onRemove }: ChipProps) {
  const t = seriesTexts.useTexts()
  const { name, unitId, email } = recipient
  const way = unitId ? null : email ? `${t('byMail')} ${email}` : t('nameOnly')
  return (
    <li {...(warning ? { 'data-warning': '' } : {})}>
      <span>{name}</span>
      {way ? <span className={styles['way']}>{way}</span> : null}
      {warning ? (
        <span className={styles['warning']}>
          {t(`warning.${warning.why}`, { now: warning.now ?? '' })}
          {warning.why === 'renamed' && editable ? (
            <button type="button" onClick={() => onRename(warning.now ?? name)}>
              {t('useNow')}
            </button>
          ) : null}
        </span>
      ) : null}
      {editable ? (
        <button type="button" aria-label={t('removeRecipient', { name })} onClick={onRemove}>
          ×
        </button>
      ) : null}
    </li>
  )
}

/** How many get it in which way. */
export function countsOf(recipients: readonly Recipient[]) {
  const units = recipients.filter(({ unitId }) => unitId !== null).length
  const mails = recipients.filter(({ unitId, email }) => unitId === null && email !== null).length
  const all = recipients.length
  return { all, units, mails, names: all - units - mails }
}
