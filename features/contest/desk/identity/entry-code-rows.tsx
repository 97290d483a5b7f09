import { type Column, DataTable, formatCount, ProblemNotice } from '@jianbao/ui'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import type { EntryCodeCounts } from '../../contract/index.ts'
import { useWithdrawEntryCodes } from './entry-codes.queries.ts'
import styles from './identity.module.css'
import { identityTexts } from './identity.texts.ts'

type Row = EntryCodeCounts['units'][number]
type RowsProps = { readonly id: string; readonly counts: EntryCodeCounts }

/** Units with their codes, in the order of the tree. */
export function EntryCodeRows({ id, counts }: RowsProps) {
  const t = identityTexts.useTexts()
  const [asked, setAsked] = useState<Row | null>(null)
  const may = counts.actions.includes('withdraw')
  const withdraw = (row: Row) =>
    may && row.made > row.used ? (
      <Button
        size="small"
        danger
        onClick={() => setAsked(row)}
        aria-label={`${row.unitName} ${t('withdraw')}`}
      >
        {t('withdraw')}
      </Button>
    ) : null
  const columns: Column<Row>[] = [
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName, fixed: true },
    { key: 'made', title: t('colMade'), cell: row => formatCount(row.made), number: true },
    { key: 'used', title: t('colUsed'), cell: row => formatCount(row.used), number: true },
    { key: 'left', title: t('colLeft'), cell: row => formatCount(row.made - row.used), number: true },
    ...(may ? [{ key: 'acts', title: t('colActs'), cell: withdraw }] : []),
  ]
  return (
    <>
      <DataTable
        label={t('units')}
        name="contest.entry-codes"
        rows={counts.units}
        rowKey={({ unitId }) => unitId}
        columns={columns}
        selected={-1}
        card={row => (
          <>
            <strong>{row.unitName}</strong>
            <span className={styles['faint']}>{t('counts', { made: row.made, used: row.used })}</span>
            {withdraw(row)}
          </>
        )}
      />
      {asked ? <WithdrawDialog id={id} unit={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

type DialogProps = { readonly id: string; readonly unit: Row; readonly onClose: () => void }

function WithdrawDialog({ id, unit: { unitId, unitName: unit }, onClose }: DialogProps) {
  const t = identityTexts.useTexts()
  const { message } = App.useApp()
  const withdrawing = useWithdrawEntryCodes(id)
  const withdraw = async () => {
    await withdrawing.mutateAsync(unitId)
    void message.success(t('withdrawn', { unit }))
    onClose()
  }
  return (
    <Modal
      open={true}
      title={t('withdrawTitle', { unit })}
      okText={t('withdrawNow')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: true, loading: withdrawing.isPending }}
      onOk={() => void withdraw().catch(() => undefined)}
      onCancel={onClose}
    >
      <p>{t('withdrawText')}</p>
      {withdrawing.error ? <ProblemNotice error={withdrawing.error} /> : null}
    </Modal>
  )
}
