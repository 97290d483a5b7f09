import { ActDialog } from '@jianbao/organisation/desk/parts'
import { App } from 'antd'
import type { QuestionDeed } from '../../contract/index.ts'
import { actOnMany, useRefreshBanks } from './bank.queries.ts'
import { bankTexts } from './bank.texts.ts'

type DeedDialogProps = {
  readonly bankId: string
  readonly deed: QuestionDeed
  readonly ids: readonly string[]
  readonly onDone: () => void
  readonly onClose: () => void
}

const named = { approve: 'approve', retire: 'retire', restore: 'restore', remove: 'removeQuestions' } as const

/** Asks once, does what can be done of it, and says what was left alone. */
export function DeedDialog({ bankId, deed, ids, onDone, onClose }: DeedDialogProps) {
  const t = bankTexts.useTexts()
  const { message } = App.useApp()
  const refresh = useRefreshBanks()
  const confirm = async () => {
    const { done, own, settled } = await actOnMany(bankId, deed, [...ids])
    const words = [
      t(`done.${deed}`, { done }),
      own ? t('leftOwn', { own }) : '',
      settled ? t('leftSettled', { settled }) : '',
    ].join('')
    if (done) void message.success(words)
    else void message.warning(words)
    onDone()
    void refresh()
  }
  return (
    <ActDialog
      title={t(`${named[deed]}Title`, { count: ids.length })}
      confirm={t(deed === 'remove' ? 'remove1' : deed)}
      cancel={t('cancel')}
      danger={deed === 'remove' || deed === 'retire'}
      overtaken={t('overtaken')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t(`${named[deed]}Words`)}</p>
    </ActDialog>
  )
}
