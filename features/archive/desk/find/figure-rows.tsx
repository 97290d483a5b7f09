import { formatCount, formatFigure, listStyles, usePhone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { archiveTexts } from '../archive.texts.ts'
import factStyles from './fact.module.css'
import styles from './find.module.css'
import { findTexts } from './find.texts.ts'
import type { FigureRow } from './find.types.ts'
import { MarkedText } from './marked-text.tsx'
import { PlaceLine } from './place-line.tsx'
import { useDayWords } from './place-words.ts'
import { UnitLinks } from './unit-links.tsx'
import { withoutBullet } from './without-bullet.ts'

type FigureRowsProps = { readonly rows: readonly FigureRow[]; readonly selected: number }

/** Figures with the sentences they were read from. A table on a desk, cards on a phone. */
export function FigureRows({ rows, selected }: FigureRowsProps) {
  const t = findTexts.useTexts()
  const day = useDayWords()
  const phone = usePhone()
  const current = (at: number) => (at === selected ? { 'aria-current': true as const } : {})
  if (phone)
    return (
      <ul className={listStyles['cards']} aria-label={t('menuFigures')}>
        {rows.map((row, at) => (
          <li key={row.id} {...current(at)}>
            <Value row={row} />
            <Sentence row={row} />
            <UnitLinks names={row.units} />
          </li>
        ))}
      </ul>
    )
  return (
    <table className={listStyles['table']} aria-label={t('menuFigures')}>
      <thead>
        <tr>
          <th>{t('figure')}</th>
          <th>{t('sentence')}</th>
          <th>{t('unit')}</th>
          <th>{t('day')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.id} {...current(at)}>
            <td className={factStyles['figureCell']}>
              <Value row={row} />
            </td>
            <td>
              <Sentence row={row} />
            </td>
            <td className={factStyles['unitCell']}>
              <UnitLinks names={row.units} />
            </td>
            <td className={factStyles['whenCell']}>{day(row.start ?? row.date)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** As printed, and what it was read as. */
function Value({ row }: { row: FigureRow }) {
  const facts = archiveTexts.useTexts()
  const printed = formatFigure(row)
  const words = `${formatCount(row.value)} ${row.unit}`
  const read = row.qualifier === 'exact' ? words : `${facts(`qualifier.${row.qualifier}`)} ${words}`
  return (
    <p className={factStyles['value']}>
      <b>{printed}</b>
      <span>
        {facts(`measure.${row.measure}`)}
        {row.of ? ` · ${row.of}` : ''}
      </span>
      {/* 52人 was read as 52 人: that need not be said twice. */}
      {read.replaceAll(' ', '') === printed ? null : <span className={styles['faint']}>{read}</span>}
    </p>
  )
}

function Sentence({ row }: { row: FigureRow }) {
  return (
    <>
      <p className={factStyles['sentence']}>
        <Link to="/articles/$id" params={{ id: row.articleId }}>
          <MarkedText {...withoutBullet(row.sentence)} />
        </Link>
      </p>
      <PlaceLine place={row} issueId={row.issueId} />
    </>
  )
}
