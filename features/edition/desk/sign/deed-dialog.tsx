import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField, formatDay, useLanguage } from '@jianbao/ui'
import { Alert, App, Input } from 'antd'
import { useState } from 'react'
import { type Edition, type EditionDeed, type EditionSigning, editionFlow } from '../../contract/index.ts'
import { useProof } from '../proof/use-proof.ts'
import { useDeed } from './sign.queries.ts'
import { signTexts } from './sign.texts.ts'

type DeedDialogProps = {
  readonly deed: EditionDeed
  readonly edition: Edition
  readonly signing: EditionSigning
  readonly onClose: () => void
}

/** Says what the deed leads to before it is done: where it goes, which number is taken, what comes back. */
export function DeedDialog({ deed, edition, signing, onClose }: DeedDialogProps) {
  const t = signTexts.useTexts()
  const language = useLanguage()
  const { message } = App.useApp()
  const act = useDeed(edition)
  const [reason, setReason] = useState('')
  const needsReason = 'reason' in editionFlow[deed]
  const number = useTakenNumber(edition)
  const next = signing.steps[deed === 'send' ? 0 : edition.step + 1]
  const open = signing.comments.filter(({ resolvedAt }) => resolvedAt === null).length
  const words = t(`words.${deed}`, {
    number,
    day: edition.date ? t('dated', { day: formatDay(edition.date, language) }) : t('today'),
    step: next?.name ?? '',
    names: next?.holders.join('、') || t('nobody'),
  })
  const confirm = async () => {
    await act.mutateAsync({ deed, reason })
    void message.success(t('done', { deed: t(`do.${deed}`) }))
  }
  return (
    <ActDialog
      title={t(`title.${deed}`, { number })}
      confirm={t(`do.${deed}`)}
      cancel={t('cancel')}
      danger={deed === 'force' || deed === 'void'}
      blocked={needsReason && reason.trim().length < 2}
      overtaken={t('overtaken')}
      onConfirm={confirm}
      onClose={onClose}
    >
      {deed === 'force' ? <Alert type="error" showIcon title={t('forceAlert')} /> : null}
      <p>{words}</p>
      {open > 0 && deed !== 'void' && deed !== 'recall' ? (
        <p role={deed === 'return' ? undefined : 'alert'}>
          {t(deed === 'return' ? 'openCommentsBack' : 'openComments', { count: open })}
        </p>
      ) : null}
      {deed === 'send' || deed === 'sign' ? <ProofLeft edition={edition} /> : null}
      {needsReason ? (
        <FormField label={t(deed === 'return' ? 'opinion' : 'reason')} hint={t('reasonHint')}>
          <Input.TextArea
            rows={3}
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </FormField>
      ) : null}
    </ActDialog>
  )
}

/** What proofreading still has to say, before it goes on. */
function ProofLeft({ edition }: { readonly edition: Edition }) {
  const t = signTexts.useTexts()
  const { data } = useProof(edition)
  if (!data) return null
  const count = data.counts.error + data.counts.warn
  return count > 0 ? <p role="alert">{t('proofLeft', { count })}</p> : null
}

/** The number it takes, or has, in words. */
export function useTakenNumber({ special, issueNo, runningNo }: Edition): string {
  const t = signTexts.useTexts()
  if (special) return t('special', { no: issueNo ?? 0 })
  return runningNo === null
    ? t('issue', { no: issueNo ?? 0 })
    : t('issueRunning', { no: issueNo ?? 0, running: runningNo })
}
