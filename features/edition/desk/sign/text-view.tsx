import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import {
  blockLines,
  type Edition,
  type EditionComment,
  type EditionItem,
  type EditionSigning,
} from '../../contract/index.ts'
import type { CommentAbout } from './comment-dialog.tsx'
import styles from './sign.module.css'
import { signTexts } from './sign.texts.ts'

type TextViewProps = {
  readonly edition: Edition
  readonly signing: EditionSigning
  /** The piece to be brought into sight. */
  readonly jump: string | null
  readonly onComment: (about: CommentAbout) => void
}

/** All pieces as text large enough to read on a phone; words that are commented on are marked. */
export function TextView({ edition, signing, jump, onComment }: TextViewProps) {
  const t = signTexts.useTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (jump) box.current?.querySelector(`[data-item="${jump}"]`)?.scrollIntoView({ block: 'start' })
  }, [jump])
  const column = (key: string) => edition.columns.find(each => each.key === key)?.name ?? key
  return (
    <div ref={box} className={styles['sheets']}>
      {signing.mayComment ? <p className={styles['faint']}>{t('selectHint')}</p> : null}
      {edition.content.map(item => (
        <article key={item.id} className={styles['article']} data-item={item.id}>
          <span className={styles['faint']}>{column(item.columnKey)}</span>
          {item.headline ? <h2>{item.headline}</h2> : null}
          <Blocks item={item} comments={signing.comments} />
          {item.contributor ? <span className={styles['faint']}>{item.contributor}</span> : null}
          {signing.mayComment ? (
            <span>
              <Button
                size="small"
                onClick={() => onComment({ itemId: item.id, block: null, quote: '', occurrence: 0 })}
              >
                {t('commentItem')}
              </Button>
            </span>
          ) : null}
        </article>
      ))}
    </div>
  )
}

type BlocksProps = { readonly item: EditionItem; readonly comments: readonly EditionComment[] }

function Blocks({ item, comments }: BlocksProps) {
  const open = comments.filter(each => each.itemId === item.id && each.resolvedAt === null && each.place)
  return item.doc.content.map((block, at) => {
    const marks = open.flatMap(({ id, place, text }) => (place?.block === at ? [{ id, text, ...place }] : []))
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a block has no name but its place
      <p key={at} data-block={at}>
        <Marked text={blockLines(block).join('\n')} marks={marks} />
      </p>
    )
  })
}

type Mark = { readonly id: string; readonly start: number; readonly end: number; readonly text: string }

/** Marks that overlap an earlier one begin behind it. */
function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  const parts = []
  let at = 0
  for (const { id, start, end, text: said } of marks.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(at, start)
    if (end <= from) continue
    parts.push(
      text.slice(at, from),
      <mark key={id} title={said}>
        {text.slice(from, end)}
      </mark>,
    )
    at = end
  }
  return [...parts, text.slice(at)]
}
