import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { App, Input } from 'antd'
import { useState } from 'react'
import type { CommentDraft, Edition } from '../../contract/index.ts'
import { useCommentAct } from './sign.queries.ts'
import { signTexts } from './sign.texts.ts'

export type CommentAbout = Omit<CommentDraft, 'text'>

type CommentDialogProps = {
  readonly edition: Edition
  readonly about: CommentAbout
  readonly onClose: () => void
}

export function CommentDialog({ edition, about, onClose }: CommentDialogProps) {
  const t = signTexts.useTexts()
  const { message } = App.useApp()
  const act = useCommentAct(edition)
  const [text, setText] = useState('')
  const title = about.quote
    ? t('commentOn', { quote: about.quote.length > 24 ? `${about.quote.slice(0, 24)}…` : about.quote })
    : t(about.itemId === null ? 'commentIssue' : 'commentItem')
  return (
    <ActDialog
      title={title}
      confirm={t('addComment')}
      cancel={t('cancel')}
      blocked={text.trim() === ''}
      overtaken={t('overtaken')}
      onConfirm={async () => {
        await act.mutateAsync({ act: 'add', draft: { ...about, text: text.trim() } })
        void message.success(t('commented'))
      }}
      onClose={onClose}
    >
      <FormField label={t('commentText')}>
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={1000}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </FormField>
    </ActDialog>
  )
}
