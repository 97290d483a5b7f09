import { RightOutlined } from '@ant-design/icons'
import { formatCount, ListSkeleton, ProblemNotice, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Unit, UnitSummary } from '../../contract/index.ts'
import styles from './unit.module.css'
import { unitTreeQuery } from './unit.queries.ts'
import { unitTexts } from './unit.texts.ts'
import { UnitSection } from './unit-section.tsx'
import { KindWords } from './unit-words.tsx'

const firstOnDesk = 12

/** The units right below: the way down on a phone, a glance on a desk where the tree stands beside. */
export function UnitChildren({ unit, retired }: { unit: Unit; retired: boolean }) {
  const t = unitTexts.useTexts()
  const phone = usePhone()
  const some = unit.childCount + (retired ? unit.retiredChildCount : 0) > 0
  const below = useQuery({ ...unitTreeQuery(unit.id, retired), enabled: some })
  const rows = some ? (below.data?.rows ?? []) : []
  const shown = phone ? rows : rows.slice(0, firstOnDesk)
  const numbers = { number: formatCount(unit.childCount), all: formatCount(unit.descendantCount) }
  return (
    <UnitSection title={t('below')}>
      <p className={styles['quiet']}>
        {unit.childCount === 0
          ? t('noBelow')
          : unit.descendantCount > unit.childCount
            ? t('belowAll', numbers)
            : t('belowCount', numbers)}
      </p>
      {below.error ? <ProblemNotice error={below.error} onRetry={() => void below.refetch()} /> : null}
      {some && below.isPending ? <ListSkeleton rows={3} /> : null}
      {shown.length > 0 ? <UnitRows rows={shown} label={t('below')} /> : null}
      {rows.length > shown.length ? (
        <p className={styles['quiet']}>
          {t('belowMore', { number: formatCount(rows.length - shown.length) })}
        </p>
      ) : null}
    </UnitSection>
  )
}

/** Units one goes down into: a list of big rows on a phone, names in columns on a desk. */
export function UnitRows({ rows, label }: { rows: readonly UnitSummary[]; label: string }) {
  const t = unitTexts.useTexts()
  return (
    <ul className={styles['children']} aria-label={label}>
      {rows.map(row => (
        <li key={row.id} data-state={row.state}>
          <Link to="/units/$id" params={{ id: row.id }}>
            <span className={styles['childName']}>{row.name}</span>
            <KindWords kind={row.kind} state={row.state} />
            {row.childCount > 0 ? (
              <span className={styles['childCount']}>
                {t('intoCount', { count: row.childCount, number: formatCount(row.childCount) })}
              </span>
            ) : null}
            <RightOutlined aria-hidden="true" className={styles['goes'] ?? ''} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
