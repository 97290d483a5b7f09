import { formatCount, holdsRole, useHeldRoles } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { groupReaders, type Unit } from '../../contract/index.ts'
import { groupsQuery } from '../groups/group.queries.ts'
import styles from './unit.module.css'
import { unitTexts } from './unit.texts.ts'
import { UnitSection } from './unit-section.tsx'

const first = 6

/** Its leading group, office and working groups by name. */
export function UnitGroups({ unit }: { unit: Unit }) {
  const t = unitTexts.useTexts()
  const reads = holdsRole(useHeldRoles(), groupReaders)
  const groups = useQuery({
    ...groupsQuery({ unit: unit.id, pageSize: first }),
    enabled: reads && unit.groups > 0,
  })
  if (!reads) return null
  return (
    <UnitSection title={t('groups')}>
      {unit.groups === 0 ? (
        <p className={styles['quiet']}>{t('noGroups')}</p>
      ) : (
        <ul className={styles['groups']}>
          {groups.data?.rows.map(group => (
            <li key={group.id}>
              {group.name}
              {group.heads.length > 0 ? (
                <span className={styles['quiet']}>{t('heads', { names: group.heads.join('、') })}</span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {unit.groups > 0 || unit.actions.includes('edit') ? (
        <Link to="/groups" search={{ unit: unit.id, only: true }}>
          {unit.groups > 0
            ? t('groupCount', { count: unit.groups, number: formatCount(unit.groups) })
            : t('toGroups')}
        </Link>
      ) : null}
    </UnitSection>
  )
}
