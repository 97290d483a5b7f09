import { CommentOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Edition, EditionSigning } from '../../contract/index.ts'
import type { CommentAbout } from './comment-dialog.tsx'
import { Deeds } from './deeds.tsx'
import styles from './sign.module.css'
import { signTexts } from './sign.texts.ts'

const leads = ['sign', 'pass', 'send', 'return', 'recall'] as const

type SignFootProps = {
  readonly edition: Edition
  readonly signing: EditionSigning
  readonly selected: CommentAbout | null
  readonly onComment: (about: CommentAbout) => void
}

/** Where the thumb is: the deeds, and while words are selected the way to comment on them. */
export function SignFoot({ edition, signing, selected, onComment }: SignFootProps) {
  const t = signTexts.useTexts()
  const mine = leads.some(deed => edition.actions.includes(deed))
  if (!selected && !mine) return null
  return (
    <div className={styles['bar']}>
      {selected ? (
        <Button
          size="large"
          icon={<CommentOutlined aria-hidden="true" />}
          // The selection would be gone before the click.
          onMouseDown={event => event.preventDefault()}
          onClick={() => onComment(selected)}
        >
          {t('commentHere')}
        </Button>
      ) : null}
      {mine ? <Deeds edition={edition} signing={signing} part="foot" /> : null}
    </div>
  )
}
