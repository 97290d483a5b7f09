import { ActDialog } from '@jianbao/organisation/desk/parts'
import { BackToList, ExportButton, PageHeader, usePhone } from '@jianbao/ui'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Bank } from '../../contract/index.ts'
import styles from './bank.module.css'
import { removeBank, useRefreshBanks } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'
import { BankForm } from './bank-form.tsx'
import { type QuestionSearch, queryOf } from './bank-search.ts'
import { ImportDialog } from './import-dialog.tsx'

type BankHeaderProps = { readonly bank: Bank; readonly filters: QuestionSearch; readonly onAdd: () => void }

/** Name of a bank, and what is done with it as a whole. */
export function BankHeader({ bank, filters, onAdd }: BankHeaderProps) {
  const t = bankTexts.useTexts()
  const [shown, setShown] = useState<'edit' | 'remove' | 'import' | null>(null)
  const may = (action: Bank['actions'][number]): boolean => bank.actions.includes(action)
  const { page: _page, pageSize: _size, order: _order, ...under } = queryOf(filters)
  const path = `/api/question-banks/${bank.id}/export`
  const phone = usePhone()
  const close = () => setShown(null)
  const acts = (
    <div className={styles['acts']}>
      <ExportButton path={path} order={{ body: { ...under, form: 'xlsx' } }} label={t('exportSheet')} />
      <ExportButton path={path} order={{ body: { ...under, form: 'docx' } }} label={t('exportDocument')} />
      {may('edit') ? <Button onClick={() => setShown('edit')}>{t('edit')}</Button> : null}
      {may('remove') ? (
        <Button danger onClick={() => setShown('remove')}>
          {t('remove')}
        </Button>
      ) : null}
      {may('import') ? <Button onClick={() => setShown('import')}>{t('import')}</Button> : null}
      {may('add') ? (
        <Button type="primary" onClick={onAdd}>
          {t('addQuestion')}
        </Button>
      ) : null}
    </div>
  )
  return (
    <>
      <PageHeader
        title={bank.name}
        back={<BackToList to="/banks">{t('back')}</BackToList>}
        note={[bank.unitName, bank.notes].filter(Boolean).join(' · ')}
        {...(phone ? {} : { actions: acts })}
      />
      {phone ? acts : null}
      {shown === 'edit' ? <BankForm bank={bank} onClose={close} /> : null}
      {shown === 'import' ? <ImportDialog bankId={bank.id} onClose={close} /> : null}
      {shown === 'remove' ? <RemoveBank bank={bank} onClose={close} /> : null}
    </>
  )
}

function RemoveBank({ bank, onClose }: { readonly bank: Bank; readonly onClose: () => void }) {
  const t = bankTexts.useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefreshBanks()
  return (
    <ActDialog
      title={t('removeTitle')}
      confirm={t('remove')}
      cancel={t('cancel')}
      danger
      overtaken={t('overtaken')}
      onConfirm={async () => {
        await removeBank(bank)
        void message.success(t('removed'))
        await navigate({ to: '/banks' })
        void refresh()
      }}
      onClose={onClose}
    >
      <p>{t('removeWords')}</p>
    </ActDialog>
  )
}
