import { HolderOutlined, MoreOutlined } from '@ant-design/icons'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { windowId } from '@jianbao/ui'
import { Button, Dropdown, type MenuProps } from 'antd'
import {
  docText,
  type EditionItem,
  type EditionPresence,
  figuresOf,
  type SeriesColumn,
} from '../../contract/index.ts'
import styles from './card.module.css'
import { composeTexts } from './compose.texts.ts'
import type { IssueProps } from './compose.types.ts'
import { stepOf } from './placing.ts'
import { titleOf } from './use-compose-acts.tsx'

type CardProps = IssueProps & { readonly item: EditionItem; readonly columns: readonly SeriesColumn[] }

/** One item of the issue: opened by a click, moved by dragging or by its menu. */
export function ItemCard(props: CardProps) {
  const { item, mayEdit, selected, onOpen } = props
  const t = composeTexts.useTexts()
  const title = titleOf(item, t('untitled'))
  const sort = useSortable({
    id: `item ${item.id}`,
    data: { kind: 'item', id: item.id, title },
    disabled: !mayEdit,
  })
  const style = { transform: CSS.Translate.toString(sort.transform), transition: sort.transition }
  return (
    <li
      ref={sort.setNodeRef}
      style={style}
      className={styles['item']}
      data-lifted={sort.isDragging}
      data-over={sort.isOver}
      {...(selected === item.id ? { 'aria-current': true as const } : {})}
      onMouseDown={sort.listeners?.['onMouseDown'] as React.MouseEventHandler | undefined}
    >
      {mayEdit ? (
        <button
          ref={sort.setActivatorNodeRef}
          type="button"
          className={styles['handle']}
          {...sort.attributes}
          {...sort.listeners}
          aria-label={t('drag', { title })}
        >
          <HolderOutlined aria-hidden="true" />
        </button>
      ) : null}
      <div className={styles['said']}>
        <button
          type="button"
          className={styles['title']}
          data-brief={item.headline === ''}
          onClick={() => onOpen(item.id)}
        >
          {title}
        </button>
        <Marks {...props} />
      </div>
      {mayEdit ? <Deeds {...props} title={title} /> : null}
    </li>
  )
}

function Marks({ item, presence, me }: CardProps) {
  const t = composeTexts.useTexts()
  const units = [...new Set(item.sources.map(({ unitName }) => unitName))]
  const figures = figuresOf(item.doc).length
  const words = docText(item.doc).replace(/\s+/g, '').length
  const nows = item.sources.map(({ now }) => now)
  const writer = writerOf(item, presence)
  return (
    <p className={styles['marks']}>
      {units.length > 0 ? <span>{units.slice(0, 3).join('、')}</span> : null}
      <span>{t('words', { count: words })}</span>
      {item.sources.length > 1 ? <span>{t('sources', { count: item.sources.length })}</span> : null}
      {figures > 0 ? <span>{t('figures', { count: figures })}</span> : null}
      {item.withheld ? <span>{t('withheld')}</span> : null}
      {nows.includes('changed') ? <span className={styles['doubt']}>{t('sourceChanged')}</span> : null}
      {nows.includes('gone') ? <span className={styles['bad']}>{t('sourceGone')}</span> : null}
      {writer ? (
        <span className={styles['writing']} data-mine={writer.byId === me}>
          {writer.byId !== me
            ? t('writing', { name: writer.byName })
            : t(writer.tab === windowId() ? 'writingMe' : 'writingMeElsewhere')}
        </span>
      ) : null}
    </p>
  )
}

const writerOf = ({ id }: EditionItem, presence: EditionPresence | undefined) =>
  presence?.claims.find(({ itemId }) => itemId === id)

function Deeds({ item, edition, columns, acts, title, onOpen }: CardProps & { title: string }) {
  const t = composeTexts.useTexts()
  const [up, down] = [stepOf(edition.content, item.id, -1), stepOf(edition.content, item.id, 1)]
  const items: MenuProps['items'] = [
    { key: 'edit', label: t('edit') },
    { key: 'up', label: t('up'), disabled: !up },
    { key: 'down', label: t('down'), disabled: !down },
    ...columns
      .filter(({ key }) => key !== item.columnKey)
      .map(({ key, name }) => ({ key: `to ${key}`, label: t('moveTo', { column: name }) })),
    { type: 'divider' },
    { key: 'remove', label: t('remove'), danger: true },
  ]
  const choose = (key: string): void => {
    if (key === 'edit') onOpen(item.id)
    if (key === 'up' && up) void acts.move(item.id, up)
    if (key === 'down' && down) void acts.move(item.id, down)
    if (key.startsWith('to ')) void acts.move(item.id, { columnKey: key.slice(3), before: null })
    if (key === 'remove') void acts.remove(item)
  }
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
      <Button
        type="text"
        size="small"
        icon={<MoreOutlined aria-hidden="true" />}
        aria-label={t('menuOf', { title })}
      />
    </Dropdown>
  )
}
