import { useProblemText } from '@jianbao/ui'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { lackingFindings } from '../../contract/index.ts'
import { reopenStop } from './send-piece.ts'
import styles from './stop.module.css'
import { stopTexts } from './stop.texts.ts'
import type { StopKeeper, StopState } from './stop-keeper.ts'
import { isWhole, type ShownStop } from './stop-pieces.ts'

type EndBarProps = { readonly keeper: StopKeeper; readonly kept: StopState; readonly shown: ShownStop }

/** 检查结束, within reach of the thumb; it waits on the device like everything else. */
export function EndBar({ keeper, kept, shown }: EndBarProps) {
  const t = stopTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const { stop, pending, ending } = kept
  const answers = [...shown.answers].map(([questionId, value]) => ({ questionId, value }))
  const [lacking] = lackingFindings(stop.checklist, answers, shown.findings)
  const unanswered = stop.checklist.filter(({ id }) => !shown.answers.has(id)).length
  const halves = pending.filter(piece => !isWhole(piece)).length
  const disputed = pending.filter(piece => piece.disputed).length
  const hinders = [
    lacking ? t('finishLacking', { question: lacking.text }) : null,
    halves > 0 ? t('finishHalf', { count: halves }) : null,
    disputed > 0 ? t('finishDisputed', { count: disputed }) : null,
  ].filter(words => words !== null)
  const reopen = () =>
    reopenStop(stop.id).then(
      async () => {
        await keeper.look()
        void message.success(t('reopened'))
      },
      error => void message.error(text(error)),
    )
  if (stop.actions.includes('reopen'))
    return (
      <div className={styles['bar']}>
        <span>{t('ended')}</span>
        <Button onClick={() => void reopen()}>{t('reopen')}</Button>
      </div>
    )
  if (!stop.actions.includes('finish')) return null
  return (
    <div className={styles['bar']}>
      {ending ? (
        <span role="status">{t('ending')}</span>
      ) : (
        <Button type="primary" size="large" block onClick={() => setAsking(true)}>
          {t('finish')}
        </Button>
      )}
      {asking ? (
        <Modal
          open
          title={t('finishTitle', { unit: stop.unitName })}
          okText={t('finish')}
          cancelText={t('cancel')}
          okButtonProps={{ disabled: hinders.length > 0 }}
          onOk={() => {
            setAsking(false)
            keeper.end()
          }}
          onCancel={() => setAsking(false)}
        >
          {hinders.map(words => (
            <p key={words} role="alert">
              {words}
            </p>
          ))}
          {unanswered > 0 ? <p>{t('finishUnanswered', { count: unanswered })}</p> : null}
          <p>{t('finishWords')}</p>
        </Modal>
      ) : null}
    </div>
  )
}
