import { HolderOutlined } from '@ant-design/icons'
import { useDraggable } from '@dnd-kit/core'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Dropdown } from 'antd'
import type { Candidate, SeriesColumn } from '../../contract/index.ts'
import styles from './card.module.css'
import { composeTexts } from './compose.texts.ts'

type CardProps = {
  readonly row: Candidate
  readonly columns: readonly SeriesColumn[]
  readonly mayEdit: boolean
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onTake: (columnKey: string) => void
}

/** A report that waits: chosen, dragged into a column, or taken into one by its menu. */
export function CandidateCard({ row, columns, mayEdit, chosen, onChoose, onTake }: CardProps) {
  const t = composeTexts.useTexts()
  const { title } = row
  const drag = useDraggable({
    id: `candidate ${row.adoptionId}`,
    data: { kind: 'candidate', id: row.adoptionId, title },
    disabled: !mayEdit,
  })
  const suggested = columns.find(({ key }) => key === row.columnKey)
  return (
    <li
      ref={drag.setNodeRef}
      className={styles['candidate']}
      data-chosen={chosen}
      data-lifted={drag.isDragging}
      onMouseDown={drag.listeners?.['onMouseDown'] as React.MouseEventHandler | undefined}
    >
      {mayEdit ? (
        <span className={styles['handles']}>
          <Checkbox checked={chosen} onChange={onChoose} aria-label={t('choose', { title })} />
          <button
            ref={drag.setActivatorNodeRef}
            type="button"
            className={styles['handle']}
            {...drag.attributes}
            {...drag.listeners}
            aria-label={t('drag', { title })}
          >
            <HolderOutlined aria-hidden="true" />
          </button>
        </span>
      ) : null}
      <div className={styles['said']}>
        <strong>{title}</strong>
        <p className={styles['excerpt']}>{row.excerpt}</p>
        <p className={styles['marks']}>
          <span>{row.unitName}</span>
          {row.startDay ? <span>{daysOf(row)}</span> : null}
          {row.figures > 0 ? <span>{t('figuresCount', { count: row.figures })}</span> : null}
          {row.photos > 0 ? <span>{t('photosCount', { count: row.photos })}</span> : null}
          {row.firstThisYear ? (
            <span className={styles['first']} title={t('firstThisYearWords')}>
              {t('firstThisYear')}
            </span>
          ) : null}
        </p>
        {row.together ? (
          <p className={styles['marks']}>{t('together', { units: row.together.join('、') })}</p>
        ) : null}
        <span className={styles['deeds']}>
          {mayEdit ? (
            <Dropdown
              trigger={['click']}
              menu={{
                items: columns.map(({ key, name }) => ({
                  key,
                  label: t('takeIntoColumn', { column: name }),
                })),
                ...(suggested ? { selectedKeys: [suggested.key] } : {}),
                onClick: ({ key }) => onTake(key),
              }}
            >
              <Button size="small" aria-label={t('takeOne', { title })}>
                {t('takeInto')}
              </Button>
            </Dropdown>
          ) : null}
          <Link to="/reports/$id" params={{ id: row.reportId }}>
            {t('openReport')}
          </Link>
        </span>
      </div>
    </li>
  )
}

/** 8月13日, 8月13日—15日 */
function daysOf({ startDay, endDay }: Candidate): string {
  const [, month, day] = (startDay ?? '').split('-').map(Number)
  const [, lastMonth, last] = (endDay ?? '').split('-').map(Number)
  const first = `${month}月${day}日`
  if (!last || endDay === startDay) return first
  return lastMonth === month ? `${first}—${last}日` : `${first}—${lastMonth}月${last}日`
}
