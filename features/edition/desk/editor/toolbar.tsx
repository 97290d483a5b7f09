import {
  DeleteColumnOutlined,
  DeleteRowOutlined,
  InsertRowBelowOutlined,
  InsertRowRightOutlined,
  RedoOutlined,
  TableOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import { type Editor, useEditorState } from '@tiptap/react'
import { Button, Select, Space, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import styles from './editor.module.css'
import { editorTexts } from './editor.texts.ts'

type ToolbarProps = { readonly editor: Editor; readonly brief: boolean; readonly onSave: () => void }

/** Few tools, each with its name; those of a table only within one. */
export function Toolbar({ editor, brief }: ToolbarProps) {
  const t = editorTexts.useTexts()
  const state = useEditorState({
    editor,
    selector: ({ editor: its }) => ({
      level: ([1, 2, 3] as const).find(level => its.isActive('heading', { level })) ?? 0,
      inTable: its.isActive('table'),
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
      {brief ? null : (
        <Tool
          label={t('table')}
          icon={<TableOutlined />}
          disabled={state.inTable}
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
