import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { useNavigate } from '@tanstack/react-router'
import { App, Input } from 'antd'
import { useState } from 'react'
import type { Draw } from '../../contract/index.ts'
import { type DrawStep, useDrawStep } from './draw.queries.ts'
import { drawTexts } from './draw.texts.ts'

export type DrawDeed = 'commit' | 'remove' | 'draw' | 'void'

type DrawDialogProps = {
  readonly deed: DrawDeed
  readonly draw: Draw
  /** What is drawn with. */
  readonly said?: string
  readonly onClose: () => void
}

const words = {
  commit: ['commitTitle', 'commitWords', 'commit'],
  remove: ['discardTitle', 'discardWords', 'discard'],
  draw: ['drawTitle', 'drawWords', 'draw'],
  void: ['voidTitle', 'voidWords', 'voidAct'],
} as const

/** Asks once before what cannot be taken back. */
export function DrawDialog({ deed, draw, said = '', onClose }: DrawDialogProps) {
  const t = drawTexts.useTexts()
  const { message } = App.useApp()
  const step = useDrawStep(draw)
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [title, note, confirm] = words[deed]
  const order: DrawStep =
    deed === 'draw'
      ? { act: deed, contribution: said }
      : deed === 'void'
        ? { act: deed, reason: reason.trim() }
        : { act: deed }
  const act = async () => {
    await step.mutateAsync(order)
    void message.success(t(`done.${deed}`))
    if (deed === 'remove') void navigate({ to: '/draws' })
  }
  return (
    <ActDialog
      title={t(title)}
      confirm={t(confirm)}
      cancel={t('cancel')}
      danger={deed === 'remove' || deed === 'void'}
      blocked={deed === 'void' && reason.trim().length < 2}
      overtaken={t('overtaken')}
      onConfirm={act}
      onClose={onClose}
    >
      <p>{t(note, { said })}</p>
      {deed === 'void' ? (
        <FormField label={t('voidReason')}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </FormField>
      ) : null}
    </ActDialog>
  )
}
