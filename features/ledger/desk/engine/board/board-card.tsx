import { HolderOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import { formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { ItemAction, LedgerItemRow } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { ItemLight } from '../item-words.tsx'
import { viewTexts } from '../views/view.texts.ts'
import styles from './board.module.css'

type BoardCardProps = {
  readonly item: LedgerItemRow
  readonly draggable: boolean
  readonly onAct: (action: ItemAction) => void
}

/** Proof is added on the item's own page. */
const elsewhere: readonly ItemAction[] = ['prove', 'edit', 'conclude']

export function BoardCard({ item, draggable, onAct }: BoardCardProps) {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: item.id,
    data: { item, title: item.title },
    disabled: !draggable,
  })
  const actions = item.actions.filter(action => !elsewhere.includes(action))
  const { light, dueDay, closedAt, ownerName, ownerLeft } = item
  return (
    <article
      ref={setNodeRef}
      className={styles['card']}
      data-light={light}
      data-lifted={isDragging}
      onMouseDown={listeners?.['onMouseDown'] as React.MouseEventHandler | undefined}
    >
      <header className={styles['cardHead']}>
        <span className={styles['code']}>{item.code}</span>
        {light ? <ItemLight light={light} /> : null}
        {draggable ? (
          <button
            type="button"
            className={styles['handle']}
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
            aria-label={t('drag', { title: item.title })}
          >
            <HolderOutlined aria-hidden="true" />
          </button>
        ) : null}
      </header>
      <Link to="/ledger-items/$id" params={{ id: item.id }} className={styles['title']}>
        {item.title}
      </Link>
      <p className={styles['unit']}>{item.unitName}</p>
      <p className={styles['facts']}>
        <span data-late={light === 'red'}>
          {closedAt ? t('closedOn', { day: closedAt.slice(5, 10) }) : t('due', { day: dueDay.slice(5) })}
        </span>
        <span>{ownerName ? t('owner', { name: ownerName }) : t('noOwner')}</span>
      </p>
      <Reached item={item} />
      <Marks item={item} ownerLeft={ownerLeft} />
      {actions.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: actions.map(action => ({
              key: action,
              label: words(`action.${action}`),
              danger: action === 'cancel',
            })),
            onClick: ({ key }) => onAct(key as ItemAction),
          }}
        >
          <Button
            size="small"
            className={styles['deeds'] ?? ''}
            aria-label={t('deedsOf', { title: item.title })}
          >
            {t('deeds')}
          </Button>
        </Dropdown>
      ) : null}
    </article>
  )
}

/** How far it is: the figures of its proof against the target, or the percent somebody said. */
function Reached({ item: { target, reached, percent, state } }: { readonly item: LedgerItemRow }) {
  const t = viewTexts.useTexts()
  if (!['doing', 'feedback'].includes(state)) return null
  const words = target
    ? t('target', { reached: formatCount(reached), value: formatCount(target.value), unit: target.unit })
    : t('progress', { percent })
  const share = target && target.value > 0 ? Math.min(100, (reached / target.value) * 100) : percent
  return (
    <div className={styles['reached']}>
      <span className={styles['track']} aria-hidden="true">
        <i style={{ inlineSize: `${share}%` }} />
      </span>
      <span>{words}</span>
    </div>
  )
}

function Marks({ item, ownerLeft }: { readonly item: LedgerItemRow; readonly ownerLeft: boolean }) {
  const t = viewTexts.useTexts()
  const marks = [
    ...(item.flag !== null ? [t('flagged')] : []),
    ...(ownerLeft ? [t('ownerLeft')] : []),
    ...(item.asked ? [t('asked')] : []),
    ...(item.reopened > 0 ? [t('reopened', { count: item.reopened })] : []),
    ...(item.parts > 0 ? [t('parts', { parts: item.parts, open: item.openParts })] : []),
  ]
  if (marks.length === 0) return null
  return (
    <ul className={styles['marks']}>
      {marks.map(mark => (
        <li key={mark}>{mark}</li>
      ))}
    </ul>
  )
}
