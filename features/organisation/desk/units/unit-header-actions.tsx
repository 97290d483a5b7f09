import { ExportButton, holdsRole, useHeldRoles, usePhone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { importKeepers } from '../../contract/index.ts'
import styles from './unit.module.css'
import { unitTexts } from './unit.texts.ts'
import type { UnitSearch } from './unit-search.ts'

/** What concerns all units that are shown: sheets in and out. */
export function UnitHeaderActions({ filters: { page: _, ...body } }: { filters: UnitSearch }) {
  const t = unitTexts.useTexts()
  const imports = holdsRole(useHeldRoles(), importKeepers)
  const phone = usePhone()
  return (
    <>
      {imports && !phone ? (
        <Link to="/imports" className={styles['exchange']}>
          {t('exchange')}
        </Link>
      ) : null}
      <ExportButton path="/api/units/export" order={{ body }} />
    </>
  )
}
