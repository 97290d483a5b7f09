import { formatCount, listStyles, usePhone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { UnitList } from '../../contract/index.ts'
import factStyles from './fact.module.css'
import styles from './find.module.css'
import { findTexts } from './find.texts.ts'
import { useDayWords } from './place-words.ts'

export type UnitRow = UnitList['rows'][number]
type UnitRowsProps = { readonly rows: readonly UnitRow[]; readonly label: string; readonly selected?: number }

/** Units with what they did themselves; every number opens its list. A table on a desk, cards on a phone. */
export function UnitRows({ rows, label, selected = -1 }: UnitRowsProps) {
  const t = findTexts.useTexts()
  const day = useDayWords()
  const phone = usePhone()
  const current = (at: number) => (at === selected ? { 'aria-current': true as const } : {})
  if (phone)
    return (
      <ul className={listStyles['cards']} aria-label={label}>
        {rows.map((unit, at) => (
          <li key={unit.name} {...current(at)}>
            <UnitName unit={unit} />
            <p className={styles['counts']}>
              <EventCount unit={unit} words />
              <ArticleCount unit={unit} words />
              <span>{t('lastOn', { day: day(unit.lastDay) })}</span>
            </p>
          </li>
        ))}
      </ul>
    )
  return (
    <table className={listStyles['table']} aria-label={label}>
      <thead>
        <tr>
          <th>{t('unit')}</th>
          <th>{t('above')}</th>
          <th className={listStyles['number']}>{t('ownEvents')}</th>
          <th className={listStyles['number']}>{t('articles')}</th>
          <th>{t('lastDay')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((unit, at) => (
          <tr key={unit.name} {...current(at)}>
            <td>
              <UnitName unit={unit} />
            </td>
            <td>
              <UnitsAbove names={unit.above} />
            </td>
            <td className={listStyles['number']}>
              <EventCount unit={unit} />
            </td>
            <td className={listStyles['number']}>
              <ArticleCount unit={unit} />
            </td>
            <td className={factStyles['whenCell']}>{day(unit.lastDay)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function UnitName({ unit: { name } }: { unit: UnitRow }) {
  return (
    <Link to="/archive-units/$name" params={{ name }} className={styles['name']}>
      {name}
    </Link>
  )
}

type CountProps = { readonly unit: Pick<UnitRow, 'name' | 'events' | 'articles'>; readonly words?: boolean }

export function EventCount({ unit: { name, events }, words = false }: CountProps) {
  const t = findTexts.useTexts()
  const number = formatCount(events)
  return (
    <Link to="/events" search={{ unit: name, unitOnly: true }}>
      {words ? t('countEvents', { count: events, number }) : number}
    </Link>
  )
}

export function ArticleCount({ unit: { name, articles }, words = false }: CountProps) {
  const t = findTexts.useTexts()
  const number = formatCount(articles)
  return (
    <Link to="/search" search={{ unit: name, unitOnly: true }}>
      {words ? t('countArticles', { count: articles, number }) : number}
    </Link>
  )
}

export function UnitsAbove({ names }: { names: readonly string[] }) {
  return (
    <span className={styles['above']}>
      {names.map(name => (
        <Link key={name} to="/archive-units/$name" params={{ name }}>
          {name}
        </Link>
      ))}
    </span>
  )
}
