import {
  DeleteColumnOutlined,
  DeleteRowOutlined,
  InsertRowBelowOutlined,
  InsertRowRightOutlined,
  NumberOutlined,
  PictureOutlined,
  QuestionCircleOutlined,
  RedoOutlined,
  TableOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import { type Editor, useEditorState } from '@tiptap/react'
import { Button, Popover, Select, Space, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import styles from './editor.module.css'
import { editorTexts } from './editor.texts.ts'
import { chords, joinParagraphs } from './writing-keys.ts'

type ToolbarProps = {
  readonly editor: Editor
  readonly brief: boolean
  readonly onOpen: (dialog: 'figure' | 'picture') => void
}

/** Few tools, each with its name; those of a table only within one. */
export function Toolbar({ editor, brief, onOpen }: ToolbarProps) {
  const t = editorTexts.useTexts()
  const state = useEditorState({
    editor,
    selector: ({ editor: its }) => ({
      level: ([1, 2, 3] as const).find(level => its.isActive('heading', { level })) ?? 0,
      inTable: its.isActive('table'),
      paragraphs: its.state.doc.childCount,
      canUndo: its.can().undo(),
      canRedo: its.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus()
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('tools')}>
      {brief || state.inTable ? null : (
        <Select<number>
          size="small"
          aria-label={t('paragraph')}
          value={state.level}
          popupMatchSelectWidth={false}
          options={[0, 1, 2, 3].map(value => ({
            value,
            label: value === 0 ? t('paragraph') : t(`heading.${value as 1 | 2 | 3}`),
          }))}
          onChange={level =>
            level === 0
              ? chain().setParagraph().run()
              : chain()
                  .setHeading({ level: level as 1 | 2 | 3 })
                  .run()
          }
        />
      )}
      <Button
        size="small"
        type="text"
        icon={<NumberOutlined />}
        title={chords.figure}
        onClick={() => onOpen('figure')}
      >
        {t('figure')}
      </Button>
      {brief || state.inTable ? null : (
        <Button
          size="small"
          type="text"
          icon={<PictureOutlined />}
          title={chords.picture}
          onClick={() => onOpen('picture')}
        >
          {t('picture')}
        </Button>
      )}
      {brief || state.inTable ? null : (
        <Tool
          label={t('table')}
          icon={<TableOutlined />}
          onClick={() => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        />
      )}
      {state.inTable ? (
        <Space size={2} wrap={true}>
          <Tool
            label={t('rowAfter')}
            icon={<InsertRowBelowOutlined />}
            onClick={() => chain().addRowAfter().run()}
          />
          <Tool
            label={t('columnAfter')}
            icon={<InsertRowRightOutlined />}
            onClick={() => chain().addColumnAfter().run()}
          />
          <Tool
            label={t('rowDelete')}
            icon={<DeleteRowOutlined />}
            onClick={() => chain().deleteRow().run()}
          />
          <Tool
            label={t('columnDelete')}
            icon={<DeleteColumnOutlined />}
            onClick={() => chain().deleteColumn().run()}
          />
          <Button size="small" type="text" onClick={() => chain().toggleHeaderRow().run()}>
            {t('headerRow')}
          </Button>
          <Button size="small" type="text" danger={true} onClick={() => chain().deleteTable().run()}>
            {t('tableDelete')}
          </Button>
        </Space>
      ) : null}
      {brief && state.paragraphs > 1 ? (
        <Button size="small" type="text" onClick={() => joinParagraphs(editor)}>
          {t('joinParagraphs')}
        </Button>
      ) : null}
      <span className={styles['rest']} />
      <Tool
        label={t('undo')}
        icon={<UndoOutlined />}
        disabled={!state.canUndo}
        onClick={() => chain().undo().run()}
      />
      <Tool
        label={t('redo')}
        icon={<RedoOutlined />}
        disabled={!state.canRedo}
        onClick={() => chain().redo().run()}
      />
      <Popover trigger="click" title={t('keysTitle')} content={<KeyList brief={brief} />}>
        <Button size="small" type="text" icon={<QuestionCircleOutlined />} aria-label={t('keys')} />
      </Popover>
    </div>
  )
}

type ToolProps = {
  readonly label: string
  readonly icon: ReactNode
  readonly disabled?: boolean
  readonly onClick: () => void
}

export function Tool({ label, icon, disabled = false, onClick }: ToolProps) {
  return (
    <Tooltip title={label}>
      <Button size="small" type="text" icon={icon} aria-label={label} disabled={disabled} onClick={onClick} />
    </Tooltip>
  )
}

function KeyList({ brief }: { readonly brief: boolean }) {
  const t = editorTexts.useTexts()
  const keys = (
    ['figure', 'picture', 'heading', 'paragraph', 'undo', 'cell', 'save', 'leave'] as const
  ).filter(key => !brief || !['picture', 'heading', 'paragraph', 'cell'].includes(key))
  return (
    <dl className={styles['keys']}>
      {keys.map(key => (
        <div key={key}>
          <dt>
            <kbd>{chords[key]}</kbd>
          </dt>
          <dd>{t(`key.${key}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
