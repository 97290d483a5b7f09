import { Link } from '@tanstack/react-router'
import { useLayoutEffect, useRef } from 'react'
import type { ItemTimeline, TimelineRow } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { LightShape } from '../item-words.tsx'
import { viewTexts } from '../views/view.texts.ts'
import { placeOf, type Scale, scaleOf, spanOf } from './scale.ts'
import styles from './timeline.module.css'

type TimelineChartProps = { readonly timeline: ItemTimeline; readonly zoom: 'week' | 'month' }

/** Bars from start to deadline, with milestones as ticks and what an extension added hatched. */
export function TimelineChart({ timeline, zoom }: TimelineChartProps) {
  const t = viewTexts.useTexts()
  const { rows, today, by } = timeline
  const scale = scaleOf(
    rows.flatMap(({ startDay, dueDay, closedDay }) => [startDay, dueDay, ...(closedDay ? [closedDay] : [])]),
    today,
    zoom,
  )
  const box = useRef<HTMLElement>(null)
  const todayX = placeOf(scale, today)
  // Today stands a third from the left, whatever lies behind.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollLeft = todayX - box.current.clientWidth / 3
  }, [todayX])
  const groups = Map.groupBy(rows, row => (by === 'unit' ? row.unitId : row.matterId))
  return (
    <section
      ref={box}
      className={styles['scroll']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('chart')}
    >
      <div className={styles['canvas']} style={{ '--width': `${scale.width}px` } as React.CSSProperties}>
        <div className={styles['axis']} aria-hidden="true">
          <span className={styles['corner']} />
          <div className={styles['ticks']}>
            {scale.ticks.map(({ day, x, major }) => (
              <span key={day} style={{ left: x }} data-major={major}>
                {tickWords(day, major, zoom)}
              </span>
            ))}
            <b style={{ left: todayX }}>{t('todayLine')}</b>
          </div>
        </div>
        {[...groups].map(([key, group]) => (
          <div key={key} className={styles['group']}>
            <h2 className={styles['groupHead']}>
              <span>{by === 'unit' ? group[0]!.unitName : `${group[0]!.code} ${group[0]!.title}`}</span>
            </h2>
            <ul>
              {group.map(row => (
                <Bar key={row.id} row={row} scale={scale} todayX={todayX} by={by} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

const tickWords = (day: string, major: boolean, zoom: 'week' | 'month'): string =>
  zoom === 'month' ? (major ? day.slice(0, 7) : day.slice(5, 7)) : day.slice(5)

type BarProps = {
  readonly row: TimelineRow
  readonly scale: Scale
  readonly todayX: number
  readonly by: ItemTimeline['by']
}

function Bar({ row, scale, todayX, by }: BarProps) {
  const t = viewTexts.useTexts()
  const words = useBarWords()(row)
  const planned = spanOf(scale, row.startDay, row.firstDueDay ?? row.dueDay)
  const added = row.firstDueDay ? spanOf(scale, row.firstDueDay, row.dueDay) : null
  return (
    <li className={styles['row']}>
      <span className={styles['name']}>
        <LightShape light={row.light} />
        <Link to="/ledger-items/$id" params={{ id: row.id }} title={row.title}>
          {by === 'unit' ? row.title : row.unitName}
        </Link>
      </span>
      <div className={styles['lane']} role="img" aria-label={words} title={words}>
        <i className={styles['today']} style={{ left: todayX }} />
        <i className={styles['bar']} data-light={row.light ?? row.state} style={{ ...planned }}>
          <i className={styles['reached']} style={{ width: `${row.percent}%` }} />
        </i>
        {added ? (
          <i
            className={styles['added']}
            data-light={row.light ?? row.state}
            style={{ left: added.left + scale.dayPx, width: Math.max(4, added.width - scale.dayPx) }}
          />
        ) : null}
        {row.milestones.map(({ name, day, done }) => (
          <i
            key={`${name} ${day}`}
            className={styles['milestone']}
            data-done={done !== null}
            style={{ left: placeOf(scale, day) + scale.dayPx / 2 }}
            title={`${t('milestone')} ${name} ${day}`}
          />
        ))}
        {row.closedDay ? (
          <i className={styles['closed']} style={{ left: placeOf(scale, row.closedDay) + scale.dayPx / 2 }} />
        ) : null}
      </div>
    </li>
  )
}

function useBarWords(): (row: TimelineRow) => string {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  return ({ title, unitName, startDay, dueDay, firstDueDay, state, light }) => {
    const said = light ? `${words(`state.${state}`)} ${words(`light.${light}`)}` : words(`state.${state}`)
    const bar = t('barWords', { title, unit: unitName, from: startDay, to: dueDay, state: said })
    return firstDueDay ? t('barExtended', { words: bar, day: firstDueDay }) : bar
  }
}
