import { formatCount, formatInstant, holdsRole, useHeldRoles } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { personReaders, type Unit } from '../../contract/index.ts'
import styles from './unit.module.css'
import { unitTexts } from './unit.texts.ts'
import { UnitChildren } from './unit-children.tsx'
import { UnitGroups } from './unit-groups.tsx'
import { UnitSection } from './unit-section.tsx'
import { UnitLink } from './unit-words.tsx'

type UnitCardProps = { readonly unit: Unit; readonly retired: boolean }

/** All that is known of one unit; every number leads to what it counts. */
export function UnitCard({ unit, retired }: UnitCardProps) {
  const t = unitTexts.useTexts()
  const names = (all: readonly string[]) => (all.length > 0 ? all.join('、') : <Quiet>{t('noNames')}</Quiet>)
  return (
    <>
      <UnitChildren unit={unit} retired={retired} />
      <UnitSection title={t('facts')}>
        <dl className={styles['facts']}>
          <Fact label={t('shortNames')}>{names(unit.shortNames)}</Fact>
          <Fact label={t('formerNames')}>{names(unit.formerNames)}</Fact>
          <Fact label={t('kind')}>{t(`kind.${unit.kind}`)}</Fact>
          <Fact label={t('code')}>{unit.code}</Fact>
          <Fact label={t('division')}>{unit.division ?? <Quiet>{t('noNames')}</Quiet>}</Fact>
          <Fact label={t('people')}>
            <People unit={unit} />
          </Fact>
        </dl>
      </UnitSection>
      <UnitGroups unit={unit} />
      <History unit={unit} />
    </>
  )
}

/** Those here and those with all below; who may see people goes to them from here. */
function People({ unit }: { unit: Unit }) {
  const t = unitTexts.useTexts()
  const reads = holdsRole(useHeldRoles(), personReaders)
  const here = t('peopleHere', { number: formatCount(unit.people) })
  const below = t('peopleBelow', { number: formatCount(unit.peopleBelow) })
  const more = unit.peopleBelow > unit.people
  if (!reads) return more ? [here, below].join(t('comma')) : here
  return (
    <>
      <Link to="/people" search={{ unit: unit.id, only: true }}>
        {here}
      </Link>
      {more ? t('comma') : null}
      {more ? (
        <Link to="/people" search={{ unit: unit.id }}>
          {below}
        </Link>
      ) : null}
    </>
  )
}

function History({ unit }: { unit: Unit }) {
  const t = unitTexts.useTexts()
  return (
    <UnitSection title={t('history')}>
      {unit.mergedInto ? (
        <p>
          {t('mergedInto')} <UnitLink unit={unit.mergedInto} />
        </p>
      ) : null}
      {unit.mergedFrom.length > 0 ? (
        <p>
          {t('mergedFrom')}{' '}
          {unit.mergedFrom.map((one, at) => (
            <span key={one.id}>
              {at > 0 ? t('comma') : null}
              <UnitLink unit={one} />
            </span>
          ))}
        </p>
      ) : null}
      <p className={styles['quiet']}>
        {t('updated', { at: formatInstant(unit.updatedAt) })}
        {t('semicolon')}
        {t('created', { at: formatInstant(unit.createdAt) })}
      </p>
    </UnitSection>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Quiet({ children }: { children: string }) {
  return <span className={styles['quiet']}>{children}</span>
}
