import { useDroppable } from '@dnd-kit/core'
import { formatCount, useProblemText } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import {
  type BoardColumn as Column,
  type ItemAction,
  type ItemFilter,
  itemLights,
  type LedgerItemRow,
} from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { ItemLight } from '../item-words.tsx'
import { fetchCards } from '../views/view.queries.ts'
import { viewTexts } from '../views/view.texts.ts'
import styles from './board.module.css'
import { BoardCard } from './board-card.tsx'

type BoardColumnProps = {
  readonly column: Column
  readonly filters: ItemFilter
  readonly draggable: boolean
  readonly onAct: (item: LedgerItemRow, action: ItemAction) => void
}

export function BoardColumn({ column, filters, draggable, onAct }: BoardColumnProps) {
  const { state, count, lights, rows } = column
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  const name = words(`state.${state}`)
  const { setNodeRef, isOver } = useDroppable({ id: `column ${state}`, data: { state, title: name } })
  const { cards, more, busy, fetchMore } = useMoreCards(column, filters)
  return (
    <section ref={setNodeRef} className={styles['column']} data-over={isOver} aria-label={name}>
      <header className={styles['columnHead']}>
        <h2>{name}</h2>
        <Link
          to="/ledgers"
          search={{ ...filters, state, group: filters.group ?? ('all' as never) }}
          aria-label={t('columnCount', { state: name, count: formatCount(count) })}
        >
          {formatCount(count)}
        </Link>
        <span className={styles['lights']}>
          {itemLights.toReversed().map(light =>
            lights[light] > 0 ? (
              <Link
                key={light}
                to="/ledgers"
                search={{ ...filters, state, light, group: filters.group ?? ('all' as never) }}
                title={words(`light.${light}`)}
                aria-label={`${words(`light.${light}`)} ${formatCount(lights[light])}`}
              >
                <ItemLight light={light} word={formatCount(lights[light])} plain />
              </Link>
            ) : null,
          )}
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul className={styles['cards']} tabIndex={0} aria-label={name}>
        {rows.length === 0 ? <li className={styles['none']}>{t('columnEmpty')}</li> : null}
        {cards.map(item => (
          <li key={item.id}>
            <BoardCard item={item} draggable={draggable} onAct={action => onAct(item, action)} />
          </li>
        ))}
        {more ? (
          <li>
            <Button block loading={busy} onClick={() => void fetchMore()}>
              {busy ? t('loading') : t('more')}
            </Button>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

/** The cards behind the first ones; what was fetched is let go of when the column changes. */
function useMoreCards(column: Column, filters: ItemFilter) {
  const text = useProblemText()
  const { message } = App.useApp()
  const [fetched, setFetched] = useState<{ rows: LedgerItemRow[]; more: boolean; page: number } | null>(null)
  const [busy, setBusy] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: fresh rows of the column are the sign
  useEffect(() => setFetched(null), [column.rows])
  const fetchMore = async () => {
    setBusy(true)
    try {
      const page = (fetched?.page ?? 1) + 1
      const next = (await fetchCards({ ...filters, state: column.state, page })).columns[0]
      setFetched({ rows: [...(fetched?.rows ?? []), ...(next?.rows ?? [])], more: next?.more ?? false, page })
    } catch (error) {
      void message.error(text(error))
    } finally {
      setBusy(false)
    }
  }
  const ids = new Set(column.rows.map(({ id }) => id))
  const rest = (fetched?.rows ?? []).filter(({ id }) => !ids.has(id))
  return { cards: [...column.rows, ...rest], more: fetched ? fetched.more : column.more, busy, fetchMore }
}
