import { type Column, DataTable, formatInstant, StateTag, type Tone } from '@jianbao/ui'
import { Button } from 'antd'
import type { Delivery, DeliveryState } from '../../contract/index.ts'
import styles from './distribution.module.css'
import { distributionTexts } from './distribution.texts.ts'

const tones: Readonly<Record<DeliveryState, Tone>> = {
  acknowledged: 'good',
  opened: 'busy',
  delivered: 'doubt',
  waiting: 'busy',
  failed: 'bad',
  unmailed: 'quiet',
  print: 'quiet',
}

type RowsProps = {
  readonly rows: readonly Delivery[]
  readonly selected: number
  readonly onRemind: (row: Delivery) => void
  readonly onResend: (row: Delivery) => void
}

export function DeliveryRows({ rows, selected, onRemind, onResend }: RowsProps) {
  const t = distributionTexts.useTexts()
  const acts = (row: Delivery) => (
    <span className={styles['acts']}>
      {row.actions.includes('remind') ? (
        <Button size="small" onClick={() => onRemind(row)}>
          {t('remind')}
        </Button>
      ) : null}
      {row.actions.includes('resend') ? (
        <Button size="small" onClick={() => onResend(row)}>
          {t('resend')}
        </Button>
      ) : null}
    </span>
  )
  const reminded = ({ reminders, remindedAt }: Delivery) =>
    remindedAt ? t('reminded', { count: reminders, at: formatInstant(remindedAt) }) : ''
  const columns: readonly Column<Delivery>[] = [
    { key: 'to', title: t('colKind'), cell: row => row.to },
    { key: 'name', title: t('colName'), cell: row => <Name row={row} />, fixed: true },
    { key: 'way', title: t('colWay'), cell: row => t(`way.${row.way}`) },
    { key: 'state', title: t('colState'), cell: row => <State row={row} /> },
    { key: 'receipt', title: t('colReceipt'), cell: row => <Receipt row={row} /> },
    {
      key: 'reminded',
      title: t('colReminded'),
      cell: row => <span className={styles['day']}>{reminded(row)}</span>,
    },
    ...(rows.some(row => row.replyDueDay)
      ? [{ key: 'reply', title: t('colReply'), cell: (row: Delivery) => <Reply row={row} /> }]
      : []),
    { key: 'acts', title: t('colActs'), cell: acts },
  ]
  return (
    <DataTable
      label={t('recipients')}
      name="edition.deliveries"
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      selected={selected}
      card={row => (
        <div className={styles['card']}>
          <div className={styles['head']}>
            <Name row={row} />
            <State row={row} />
          </div>
          <p className={styles['soft']}>
            {[row.to, t(`way.${row.way}`), reminded(row)].filter(Boolean).join(' · ')}
          </p>
          <Receipt row={row} />
          <Reply row={row} />
          {acts(row)}
        </div>
      )}
    />
  )
}

function Name({ row }: { readonly row: Delivery }) {
  const t = distributionTexts.useTexts()
  const more = [row.email, row.addedName ? t('added', { name: row.addedName }) : null].filter(Boolean)
  return (
    <span className={styles['title']}>
      <strong>{row.name}</strong>
      {more.length > 0 ? <span className={styles['soft']}>{more.join(' · ')}</span> : null}
    </span>
  )
}

function State({ row }: { readonly row: Delivery }) {
  const t = distributionTexts.useTexts()
  const mailed = row.state === 'delivered' && row.way === 'mail'
  const known = [
    'address-refused',
    'mail-refused',
    'server-busy',
    'server-unreachable',
    'tls-refused',
  ] as const
  const more = [
    'sign-in-refused',
    'no-address',
    'attachment-lost',
    'attachment-too-large',
    'gave-up',
  ] as const
  const problem = [...known, ...more].find(each => each === row.problem)
  return (
    <span>
      <StateTag tone={tones[row.state]}>{t(mailed ? 'state.accepted' : `state.${row.state}`)}</StateTag>
      {problem && row.letter !== 'sent' ? (
        <span className={styles['soft']}>{t(`problem.${problem}`)}</span>
      ) : null}
    </span>
  )
}

/** What the unit answered, or until when it is to. */
function Reply({ row }: { readonly row: Delivery }) {
  const t = distributionTexts.useTexts()
  if (row.replyDueDay === null) return null
  if (row.repliedAt === null)
    return <span className={styles['soft']}>{t('replyDue', { day: row.replyDueDay })}</span>
  return (
    <span className={styles['reply']}>
      {row.reply}
      <span className={styles['soft']}>
        {row.repliedName} {formatInstant(row.repliedAt)}
      </span>
    </span>
  )
}

function Receipt({ row }: { readonly row: Delivery }) {
  const t = distributionTexts.useTexts()
  if (row.acknowledgedAt)
    return (
      <span className={styles['day']}>
        {row.acknowledgedName ?? t('byMail')}
        <span className={styles['soft']}>{formatInstant(row.acknowledgedAt)}</span>
      </span>
    )
  if (!row.openedAt) return null
  return (
    <span className={styles['day']}>
      {t('readers', { count: row.readers })}
      <span className={styles['soft']}>{formatInstant(row.openedAt)}</span>
    </span>
  )
}
