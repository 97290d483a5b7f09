import { DOMParser as PasteParser } from '@tiptap/pm/model'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import {
  type ArticleDoc,
  blockLimit,
  docText,
  type Edition,
  type EditionItem,
  textLimit,
} from '../../contract/index.ts'
import { FigureDialog } from '../figure/figure-dialog.tsx'
import { cleanHtml, cleanText } from './clean-paste.ts'
import { docOfEditor, editorDoc } from './doc-of-editor.ts'
import styles from './editor.module.css'
import { editorTexts } from './editor.texts.ts'
import type { JumpPlace } from './item-editor.types.ts'
import { type ItemWords, sameWords } from './item-words.ts'
import { jumpTo } from './jump-to.ts'
import { LooseBar } from './loose-bar.tsx'
import { editorNodes } from './nodes/index.ts'
import { typedNumbers } from './nodes/typed-numbers.ts'
import { PicturesDialog } from './pictures-dialog.tsx'
import { readSelection } from './read-selection.ts'
import { Toolbar } from './toolbar.tsx'
import { writingKeys } from './writing-keys.ts'

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
  const { edition, item, brief, readOnly, words, arrived, jump, onDoc, onSave } = props
  const t = editorTexts.useTexts()
  const told = useRef(onDoc)
  told.current = onDoc
  const saved = useRef(onSave)
  saved.current = onSave
  const [open, setOpen] = useState<'figure' | 'picture' | null>(null)
  const editor = useEditor({
    extensions: [
      ...editorNodes(t(brief ? 'briefEmpty' : 'bodyEmpty')),
      typedNumbers(styles['looseMark'] ?? ''),
      writingKeys({ brief, open: dialog => setOpen(dialog), save: () => saved.current() }),
    ],
    content: editorDoc(words.doc),
    editable: !readOnly,
    editorProps: {
      attributes: { 'aria-label': t('body'), role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false' },
      // What was copied here keeps its numbers and pictures; all else is cleaned.
      transformPastedHTML: html => (html.includes('data-pm-slice') ? html : cleanHtml(html, new DOMParser())),
      clipboardTextParser: (words, _context, _plain, view) => {
        const { body } = new DOMParser().parseFromString(cleanText(words), 'text/html')
        return PasteParser.fromSchema(view.state.schema).parseSlice(body)
      },
      handleDOMEvents: {
        keydown: readSelection,
        mouseup: readSelection,
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
      {readOnly ? null : <Toolbar editor={editor} brief={brief} onOpen={setOpen} />}
      <EditorContent editor={editor} className={styles['text']} />
      {readOnly ? null : (
        <LooseBar
          editor={editor}
          edition={edition}
          itemId={item.id}
          hasSources={item.sources.length > 0}
          onChoose={() => setOpen('figure')}
        />
      )}
      {open === 'figure' ? (
        <FigureDialog
          edition={edition}
          itemId={item.id}
          onClose={() => setOpen(null)}
          onInsert={attrs => {
            setOpen(null)
            editor.chain().focus().insertContent({ type: 'figure', attrs }).run()
          }}
        />
      ) : null}
      {open === 'picture' ? (
        <PicturesDialog
          edition={edition}
          itemId={item.id}
          onClose={() => setOpen(null)}
          onInsert={attrs => {
            setOpen(null)
            editor.chain().focus().insertContent({ type: 'picture', attrs }).run()
          }}
        />
      ) : null}
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
