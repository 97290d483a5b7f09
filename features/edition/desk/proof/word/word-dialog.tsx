import { type Level, levels } from '@jianbao/proofreading/contract'
import { FormField, ProblemNotice, useFocusBack, useSending } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { OfficeWordRow } from '../../../contract/index.ts'
import { proofTexts } from '../proof.texts.ts'
import styles from './word.module.css'
import { wordActs, wordKey } from './word.queries.ts'
import { wordTexts } from './word.texts.ts'

type WordDialogProps = {
  readonly unitId: string
  /** Null: a new one. */
  readonly row: OfficeWordRow | null
  readonly onClose: () => void
}

export function WordDialog({ unitId, row, onClose }: WordDialogProps) {
  const t = wordTexts.useTexts()
  const tp = proofTexts.useTexts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [wrong, setWrong] = useState(row?.wrong ?? '')
  const [right, setRight] = useState(row?.right ?? '')
  const [reason, setReason] = useState(row?.reason ?? '')
  const [level, setLevel] = useState<Level>(row?.level ?? 'warn')
  const { busy, error, send } = useSending(onClose)
  useFocusBack()
  const save = () =>
    send(async () => {
      const word = { wrong: wrong.trim(), right: right.trim() || null, reason: reason.trim() || null, level }
      if (row) await wordActs.change(row.id, { version: row.version, ...word })
      else await wordActs.add({ unitId, ...word })
      void message.success(t(row ? 'saved' : 'added', { wrong: word.wrong }))
      await client.invalidateQueries({ queryKey: [wordKey] })
    })
  return (
    <Modal open title={t(row ? 'editTitle' : 'addTitle')} footer={null} width={480} onCancel={onClose}>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          if (wrong.trim()) void save()
        }}
      >
        <FormField label={t('wrong')} hint={t('wrongPlain')}>
          <Input value={wrong} maxLength={40} onChange={event => setWrong(event.target.value)} />
        </FormField>
        <FormField label={t('right')} hint={t('rightNote')}>
          <Input value={right} maxLength={60} onChange={event => setRight(event.target.value)} />
        </FormField>
        <FormField label={t('reason')} hint={t('reasonNote')}>
          <Input value={reason} maxLength={120} onChange={event => setReason(event.target.value)} />
        </FormField>
        <Radio.Group
          aria-label={t('level')}
          optionType="button"
          value={level}
          onChange={event => setLevel(event.target.value)}
          options={levels.map(each => ({ value: each, label: tp(`word.${each}`) }))}
        />
        {error ? <ProblemNotice error={error} /> : null}
        <div className={styles['foot']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!wrong.trim()}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
