import { FormField, formatInstant, ProblemNotice, remember, remembered, useSending } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { Received } from '../../contract/index.ts'
import styles from './distribution.module.css'
import { deliveryKey, receivedQuery, replyToReceived } from './distribution.queries.ts'
import { distributionTexts } from './distribution.texts.ts'

/** 回复: what the unit answers; half-written words stay on the device. */
export function ReplyBox({ received }: { readonly received: Received }) {
  const t = distributionTexts.useTexts()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { id, replyDueDay, repliedAt, repliedName, reply, actions } = received
  const draftKey = `jianbao.reply.${id}`
  const [words, setWords] = useState(() => remembered(draftKey) ?? '')
  const sending = useSending(() => void message.success(t('replyDone')))
  if (replyDueDay === null) return null
  const write = (next: string) => {
    setWords(next)
    remember(draftKey, next)
  }
  const send = async () => {
    const now = await replyToReceived(id, words)
    write('')
    client.setQueryData(receivedQuery(id).queryKey, now)
    await client.invalidateQueries({ queryKey: [deliveryKey, 'received'] })
  }
  return (
    <section className={styles['box']} aria-labelledby="received-reply">
      <h2 id="received-reply">{t('reply')}</h2>
      {repliedAt ? (
        <>
          <p className={styles['reply']}>{reply}</p>
          <span className={styles['soft']}>
            {t('repliedBy', { name: repliedName ?? '', at: formatInstant(repliedAt) })}
          </span>
        </>
      ) : (
        <p>{t('replyWords', { day: replyDueDay })}</p>
      )}
      {actions.includes('reply') ? (
        <div className={styles['form']}>
          <FormField label={t('replyField')}>
            <Input.TextArea
              rows={5}
              maxLength={2000}
              showCount
              value={words}
              onChange={event => write(event.target.value)}
            />
          </FormField>
          {sending.error ? <ProblemNotice error={sending.error} /> : null}
          <Button
            type="primary"
            size="large"
            block
            disabled={words.trim() === ''}
            loading={sending.busy}
            onClick={() => void sending.send(send)}
          >
            {t('replySend')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
