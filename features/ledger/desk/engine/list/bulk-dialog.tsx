import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField, useFocusBack } from '@jianbao/ui'
import { App, Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import {
  type BulkDeed,
  type BulkDone,
  type BulkWish,
  type ItemFilter,
  itemFlow,
} from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import styles from './list.module.css'
import { useBulk } from './list.queries.ts'
import { listTexts } from './list.texts.ts'

type What = { readonly filter: ItemFilter } | { readonly items: { id: string; version: number }[] }
type BulkDialogProps = {
  readonly deed: BulkDeed
  readonly count: string
  readonly what: What
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Asks once for all, then says what was done and, of each that was not, why. */
export function BulkDialog({ deed, count, what, onClose, onDone }: BulkDialogProps) {
  const t = listTexts.useTexts()
  const engine = engineTexts.useTexts()
  const bulk = useBulk()
  const { message } = App.useApp()
  const [words, setWords] = useState('')
  const [done, setDone] = useState<BulkDone | null>(null)
  const told = useRef(true)
  const action = engine(`action.${deed}`)
  const asks = 'reason' in itemFlow[deed]
  const said = words.trim()
  if (done) return <Outcome action={action} done={done} onClose={onClose} />
  return (
    <ActDialog
      title={t('bulkTitle', { action })}
      confirm={action}
      cancel={t('cancel')}
      danger={deed === 'cancel'}
      blocked={(asks && said.length < 2) || said.length === 1}
      overtaken={t('overtaken')}
      onConfirm={async () => {
        const wish: BulkWish = { deed, ...what, ...(said ? { words: said } : {}) }
        const answered = await bulk(wish)
        onDone()
        if (answered.refused === 0 && !answered.more)
          void message.success(t('doneWords', { action, done: answered.done }))
        else {
          told.current = false
          setDone(answered)
        }
      }}
      // With something to tell the dialogue stays: it is the outcome by then.
      onClose={() => told.current && onClose()}
    >
      <p>{t('bulkWords', { count, action })}</p>
      <FormField label={t(asks ? 'reason' : 'words')}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={1000}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      </FormField>
    </ActDialog>
  )
}

type OutcomeProps = { readonly action: string; readonly done: BulkDone; readonly onClose: () => void }

export function Outcome({ action, done, onClose }: OutcomeProps) {
  const t = listTexts.useTexts()
  useFocusBack()
  const { refused, refusals, more } = done
  return (
    <Modal
      open
      title={t('doneTitle', { action })}
      width={640}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <p>{t('doneWords', { action, done: done.done })}</p>
      {refused > 0 ? (
        <>
          <p>{t('refusedWords', { count: refused })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it */}
          <ul className={styles['refusals']} tabIndex={0} aria-label={t('refusedWords', { count: refused })}>
            {refusals.map(({ id, unitName, reason }) => (
              <li key={id}>{unitName ? `${unitName}：${reason}` : reason}</li>
            ))}
          </ul>
          {refused > refusals.length ? <p>{t('refusedMore', { count: refused - refusals.length })}</p> : null}
        </>
      ) : null}
      {more ? <p>{t('moreWords')}</p> : null}
    </Modal>
  )
}
