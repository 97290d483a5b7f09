import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { CaseSuggest } from '@jianbao/casebook/desk'
import { useProblemText } from '@jianbao/ui'
import { App, Button, Popconfirm } from 'antd'
import { useEffect, useState } from 'react'
import {
  docText,
  type Edition,
  type EditionContent,
  type EditionItem,
  type EditionPresence,
  type PreviewWords,
} from '../../contract/index.ts'
import { ItemEditor, type JumpPlace } from '../editor/item-editor.tsx'
import styles from './compose.module.css'
import { composeTexts } from './compose.texts.ts'
import issue from './issue.module.css'
import { type Claiming, useItemClaim } from './use-item-claim.ts'

export type Jump = JumpPlace

type WriterProps = {
  readonly edition: Edition
  readonly item: EditionItem
  readonly mayEdit: boolean
  readonly me: string | null
  readonly presence: EditionPresence | undefined
  readonly jump: Jump | null
  readonly onWords: (words: PreviewWords) => void
  readonly onSaved: (content: EditionContent) => void
  readonly onOpen: (itemId: string | null) => void
  /** It is closed: the pages show what is kept. */
  readonly onDone: () => void
}

/** One item being written, held as long as it is open. */
export function ItemWriter(props: WriterProps) {
  const { edition, item, mayEdit, me, presence, jump, onWords, onSaved, onOpen, onDone } = props
  const t = composeTexts.useTexts()
  const claiming = useItemClaim({ editionId: edition.id, itemId: item.id, me, mayEdit, presence })
  const at = edition.content.findIndex(({ id }) => id === item.id)
  const [before, after] = [edition.content[at - 1], edition.content[at + 1]]
  const column = edition.columns.find(({ key }) => key === item.columnKey)?.name
  // Only what is written here is shown in the pages before it is saved.
  useEffect(() => onDone, [onDone])
  return (
    <>
      <nav className={issue['walk']}>
        <Button type="link" size="small" onClick={() => onOpen(null)}>
          ← {t('backToIssue')}
        </Button>
        <span className={issue['where']}>{column}</span>
        <CaseSuggest text={`${item.headline}\n${docText(item.doc)}`} />
        <Button
          size="small"
          icon={<LeftOutlined aria-hidden="true" />}
          aria-label={t('previousItem')}
          title={t('previousItem')}
          disabled={!before}
          onClick={() => before && onOpen(before.id)}
        />
        <Button
          size="small"
          icon={<RightOutlined aria-hidden="true" />}
          aria-label={t('nextItem')}
          title={t('nextItem')}
          disabled={!after}
          onClick={() => after && onOpen(after.id)}
        />
      </nav>
      <ClaimLine claiming={claiming} onLetGo={() => onOpen(null)} />
      <ItemEditor
        edition={edition}
        item={item}
        readOnly={!mayEdit || claiming.by !== null}
        jump={jump}
        onWords={onWords}
        onSaved={onSaved}
      />
    </>
  )
}

type ClaimProps = { readonly claiming: Claiming; readonly onLetGo: () => void }

function ClaimLine({ claiming, onLetGo }: ClaimProps) {
  const t = composeTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const [asked, setAsked] = useState(false)
  const { by, askedBy } = claiming
  const free = by === null
  // Who holds it again begins anew.
  useEffect(() => {
    if (free) setAsked(false)
  }, [free])
  const dare = (work: Promise<void>) => void work.catch(error => void message.error(text(error)))
  if (askedBy)
    return (
      <p className={styles['claim']} data-tone="doubt" role="status">
        <span>{t('waitsFor', { name: askedBy })}</span>
        <Button size="small" type="primary" onClick={onLetGo}>
          {t('letGo')}
        </Button>
      </p>
    )
  if (!by) return null
  const { name } = by
  if (by.me)
    return (
      <p className={styles['claim']} data-tone="doubt" role="status">
        <span>{t('lockedByMe')}</span>
        <Button size="small" onClick={() => dare(claiming.claim())}>
          {t('editHere')}
        </Button>
      </p>
    )
  const ask = async () => {
    await claiming.ask()
    setAsked(true)
  }
  return (
    <p className={styles['claim']} data-tone="doubt" role="status">
      <span>{t(asked ? 'asked' : by.took ? 'tookOver' : 'lockedBy', { name })}</span>
      {asked ? (
        <Popconfirm
          title={t('takeOverSure', { name })}
          okText={t('takeOver')}
          cancelText={t('cancel')}
          onConfirm={() => dare(claiming.takeOver())}
        >
          <Button size="small">{t('takeOver')}</Button>
        </Popconfirm>
      ) : (
        <Button size="small" onClick={() => dare(ask())}>
          {t('askOut')}
        </Button>
      )}
    </p>
  )
}
