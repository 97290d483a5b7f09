import { FormDrawer } from '@jianbao/organisation/desk/parts'
import { FormField, useSending } from '@jianbao/ui'
import { App, Input } from 'antd'
import { useState } from 'react'
import type { Bank } from '../../contract/index.ts'
import { addBank, editBank, useRefreshBanks } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'

type BankFormProps = {
  /** Null: a new one. */
  readonly bank: Bank | null
  readonly onSaved?: (bank: Bank) => void
  readonly onClose: () => void
}

export function BankForm({ bank, onSaved, onClose }: BankFormProps) {
  const t = bankTexts.useTexts()
  const { message } = App.useApp()
  const refresh = useRefreshBanks()
  const sending = useSending(onClose)
  const [name, setName] = useState(bank?.name ?? '')
  const [notes, setNotes] = useState(bank?.notes ?? '')
  const [tried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (!name.trim()) return
    void sending.send(async () => {
      const words = { name: name.trim(), notes: notes.trim() }
      const saved = await (bank ? editBank(bank, words) : addBank(words))
      void message.success(t('saved'))
      void refresh()
      onSaved?.(saved)
    })
  }
  return (
    <FormDrawer
      title={t(bank ? 'edit' : 'add')}
      save={t('save')}
      cancel={t('cancel')}
      overtaken={t('overtaken')}
      sending={sending}
      onSend={save}
      onClose={onClose}
    >
      <FormField label={t('name')} hint={t('nameHint')} problem={tried && !name.trim() ? t('must') : null}>
        <Input maxLength={60} value={name} onChange={event => setName(event.target.value)} />
      </FormField>
      <FormField label={t('notes')} hint={t('notesHint')}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={notes}
          onChange={event => setNotes(event.target.value)}
        />
      </FormField>
    </FormDrawer>
  )
}
