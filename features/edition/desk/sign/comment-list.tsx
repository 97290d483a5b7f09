import { formatInstant, StateTag, useProblemText } from '@jianbao/ui'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Edition, EditionComment, EditionSigning } from '../../contract/index.ts'
import type { JumpPlace } from '../editor/item-editor.tsx'
import { CommentDialog } from './comment-dialog.tsx'
import styles from './sign.module.css'
import { useCommentAct } from './sign.queries.ts'
import { signTexts } from './sign.texts.ts'

type CommentListProps = {
  readonly edition: Edition
  readonly signing: EditionSigning
  readonly onJump?: ((place: JumpPlace) => void) | undefined
}

/** Comments of all rounds; those that are dealt with fold away. */
export function CommentList({ edition, signing, onJump }: CommentListProps) {
  const t = signTexts.useTexts()
  const [all, setAll] = useState(false)
  const [adding, setAdding] = useState(false)
  const { comments, mayComment } = signing
  const resolved = comments.filter(({ resolvedAt }) => resolvedAt !== null).length
  const shown = comments.filter(({ resolvedAt }) => all || resolvedAt === null)
  return (
    <section className={styles['block']} aria-label={t('comments')}>
      <h2>
        {t('comments')}
        {mayComment ? (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('commentIssue')}
          </Button>
        ) : null}
      </h2>
      {comments.length === 0 ? (
        <p className={styles['faint']}>
          {t('noComments')}
          {mayComment ? t('noCommentsHint') : null}
        </p>
      ) : null}
      <ul className={styles['comments']}>
        {shown.map(comment => (
          <CommentRow key={comment.id} edition={edition} comment={comment} onJump={onJump} />
        ))}
      </ul>
      {resolved > 0 ? (
        <Checkbox checked={all} onChange={event => setAll(event.target.checked)}>
          {t('showResolved', { count: resolved })}
        </Checkbox>
      ) : null}
      {adding ? (
        <CommentDialog
          edition={edition}
          about={{ itemId: null, block: null, quote: '', occurrence: 0 }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </section>
  )
}

type RowProps = Pick<CommentListProps, 'edition' | 'onJump'> & { readonly comment: EditionComment }

function CommentRow({ edition, comment, onJump }: RowProps) {
  const t = signTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const act = useCommentAct(edition)
  const { id, itemId, place, byName, at, round, resolvedName, actions } = comment
  const there = itemId !== null && comment.headline !== null
  return (
    <li data-resolved={comment.resolvedAt !== null}>
      <CommentAbout comment={comment} />
      <p className={styles['words']}>{comment.text}</p>
      <span className={styles['faint']}>
        {t(round > 0 ? 'by' : 'byBefore', { name: byName, at: formatInstant(at), round })}
        {resolvedName ? ` · ${t('resolved', { name: resolvedName })}` : null}
      </span>
      <span className={styles['rowActs']}>
        {onJump && there ? (
          <Button size="small" type="link" onClick={() => onJump({ itemId, ...(place ?? {}) })}>
            {t('jump')}
          </Button>
        ) : null}
        {actions.map(action => (
          <Button
            key={action}
            size="small"
            type="link"
            loading={act.isPending && act.variables.act === action}
            onClick={() =>
              act.mutate(
                { act: action, commentId: id },
                { onError: error => void message.error(text(error)) },
              )
            }
          >
            {t(action)}
          </Button>
        ))}
      </span>
    </li>
  )
}

function CommentAbout({ comment }: { readonly comment: EditionComment }) {
  const t = signTexts.useTexts()
  const { itemId, headline, quote, lost } = comment
  const title = itemId === null ? t('ofIssue') : headline === null ? t('itemGone') : headline || t('brief')
  return (
    <span className={styles['stepHead']}>
      <strong>{title}</strong>
      {quote ? <q className={styles['quote']}>{quote}</q> : itemId ? <span>{t('ofItem')}</span> : null}
      {lost && headline !== null ? <StateTag tone="quiet">{t('lost')}</StateTag> : null}
    </span>
  )
}
