import { type Column, DataTable } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { AuditEntry } from '../../contract/index.ts'
import styles from './audit.module.css'
import { auditTexts } from './audit.texts.ts'
import { OutcomeTag, useDeed, useWho } from './entry-words.tsx'
import { formatSecond } from './format-second.ts'

export const columnsName = 'system.audit'

export function useAuditColumns(): Column<AuditEntry>[] {
  const t = auditTexts.useTexts()
  return [
    { key: 'time', title: t('colTime'), className: styles['time'], cell: entry => formatSecond(entry.at) },
    { key: 'who', title: t('colWho'), className: styles['who'], cell: entry => <Who entry={entry} /> },
    { key: 'deed', title: t('colDeed'), cell: entry => <Deed entry={entry} />, fixed: true },
    { key: 'outcome', title: t('colOutcome'), cell: entry => <OutcomeTag outcome={entry.outcome} /> },
    {
      key: 'object',
      title: t('colObject'),
      className: styles['objectId'],
      cell: entry => entry.object ?? '',
      spare: true,
    },
    { key: 'id', title: t('colId'), number: true, cell: entry => entry.id },
  ]
}

type AuditRowsProps = { readonly rows: readonly AuditEntry[]; readonly selected: number }

/** A table on a desk; on a phone each entry is one sentence. */
export function AuditRows({ rows, selected }: AuditRowsProps) {
  const t = auditTexts.useTexts()
  const columns = useAuditColumns()
  return (
    <DataTable
      label={t('list')}
      name={columnsName}
      rows={rows}
      rowKey={entry => String(entry.id)}
      columns={columns}
      selected={selected}
      card={entry => <Card entry={entry} />}
    />
  )
}

function Who({ entry }: { entry: AuditEntry }) {
  const who = useWho()
  return (
    <>
      {who(entry)}
      {entry.unitName ? <span className={styles['unit']}>{entry.unitName}</span> : null}
    </>
  )
}

/** With who on a phone, where it is the whole sentence. */
function Deed({ entry, who }: { entry: AuditEntry; who?: string }) {
  const t = auditTexts.useTexts()
  const deed = useDeed()
  return (
    <Link to="/audit/$id" params={{ id: String(entry.id) }} className={styles['deed']}>
      {who ? <strong>{who} </strong> : null}
      {deed(entry)}
      {entry.changed ? <span className={styles['changed']}>{t('changes')}</span> : null}
    </Link>
  )
}

function Card({ entry }: { entry: AuditEntry }) {
  const who = useWho()
  return (
    <>
      <p className={styles['sentence']}>
        <Deed entry={entry} who={who(entry)} />
      </p>
      <p className={styles['quiet']}>
        {[formatSecond(entry.at), entry.unitName].filter(Boolean).join(' · ')}
      </p>
      <OutcomeTag outcome={entry.outcome} />
    </>
  )
}
