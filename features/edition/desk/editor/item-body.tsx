import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import {
  type ArticleDoc,
  blockLimit,
  docText,
  type Edition,
  type EditionItem,
  textLimit,
} from '../../contract/index.ts'
import { docOfEditor, editorDoc } from './doc-of-editor.ts'
import styles from './editor.module.css'
import { editorTexts } from './editor.texts.ts'
import type { JumpPlace } from './item-editor.tsx'
import { type ItemWords, sameWords } from './item-words.ts'
import { jumpTo } from './jump-to.ts'
import { editorNodes } from './nodes/index.ts'
import { Toolbar } from './toolbar.tsx'

type ItemBodyProps = {
  readonly edition: Edition
  readonly item: EditionItem
  readonly brief: boolean
  readonly readOnly: boolean
  readonly words: ItemWords
  readonly arrived: number
  readonly jump: JumpPlace | null
  readonly onDoc: (doc: ArticleDoc) => void
  readonly onSave: () => void
}

/** The text of an item, with its tools above and its length below. */
export function ItemBody(props: ItemBodyProps) {
  const { edition, brief, readOnly, words, arrived, jump, onDoc, onSave } = props
  const t = editorTexts.useTexts()
  const told = useRef(onDoc)
  told.current = onDoc
  const editor = useEditor({
    extensions: editorNodes(t(brief ? 'briefEmpty' : 'bodyEmpty')),
    content: editorDoc(words.doc),
    editable: !readOnly,
    editorProps: {
      attributes: { 'aria-label': t('body'), role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false' },
      handleDOMEvents: {
        // What is being composed is no word yet: it is told when it is one.
        compositionend: view => {
          queueMicrotask(() => view.isDestroyed || told.current(docOfEditor(view.state.doc.toJSON())))
          return false
        },
      },
    },
    onUpdate: ({ editor: its }) => {
      if (!its.view.composing) told.current(docOfEditor(its.getJSON()))
    },
  })
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only words that came from elsewhere are put in
  useEffect(() => {
    if (arrived > 0 && !sameWords(docOfEditor(editor.getJSON()), words.doc))
      editor.commands.setContent(editorDoc(words.doc), { emitUpdate: false })
  }, [arrived])
  useEffect(() => {
    if (jump) jumpTo(editor, jump)
  }, [editor, jump])
  return (
    <div className={styles['body']} data-brief={brief || undefined}>
      {readOnly ? null : <Toolbar editor={editor} brief={brief} onSave={onSave} />}
      <EditorContent editor={editor} className={styles['text']} />
      <Length doc={words.doc} limit={brief ? edition.settings.briefLimit : null} />
    </div>
  )
}

function Length({ doc, limit }: { readonly doc: ArticleDoc; readonly limit: number | null }) {
  const t = editorTexts.useTexts()
  const count = [...docText(doc).replace(/\s/gu, '')].length
  if (doc.content.length > blockLimit)
    return (
      <p className={styles['fault']} role="alert">
        {t('tooManyBlocks', { count: doc.content.length, limit: blockLimit })}
      </p>
    )
  if (count > textLimit)
    return (
      <p className={styles['fault']} role="alert">
        {t('tooLong', { count, limit: textLimit })}
      </p>
    )
  return (
    <p className={styles['length']} data-over={limit !== null && count > limit ? true : undefined}>
      {limit === null ? t('characters', { count }) : t('charactersOf', { count, limit })}
    </p>
  )
}
