import { EmptyState, isMissing, ListSkeleton, ProblemNotice, useProblemText } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import styles from './unit.module.css'
import { unitQuery } from './unit.queries.ts'
import { unitTexts } from './unit.texts.ts'
import { UnitActions } from './unit-actions.tsx'
import { UnitBreadcrumb } from './unit-breadcrumb.tsx'
import { UnitCard } from './unit-card.tsx'
import { SectionHeading } from './unit-section.tsx'
import { KindWords } from './unit-words.tsx'
import type { UnitDesk } from './use-unit-desk.ts'

type UnitPaneProps = {
  readonly id: string
  readonly desk: UnitDesk
  readonly retired: boolean
  /** The page's own heading names the unit already. */
  readonly alone?: boolean
}

/** The unit that is open: its place, what can be done with it, and what is known of it. */
export function UnitPane({ id, desk, retired, alone = false }: UnitPaneProps) {
  const t = unitTexts.useTexts()
  const text = useProblemText()
  const found = useQuery(unitQuery(id))
  const unit = found.data
  useEffect(() => {
    if (unit) document.title = `${unit.name} · 简报台`
  }, [unit])
  if (isMissing(found.error))
    return (
      <EmptyState title={text(found.error)} action={<Link to="/units">{t('missingAction')}</Link>}>
        {t('missingWords')}
      </EmptyState>
    )
  if (found.error && !unit) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
  if (!unit) return <ListSkeleton rows={10} />
  return (
    <article className={styles['unit']} aria-label={unit.name}>
      <header className={styles['unitHead']}>
        <UnitBreadcrumb unit={unit} />
        {alone ? null : (
          <h2>
            {unit.name} <KindWords kind={unit.kind} state={unit.state} />
          </h2>
        )}
        <UnitActions
          unit={unit}
          onAct={act => {
            if (act !== 'restore') return desk.ask({ act, unitId: unit.id })
            void desk.act({ act, id: unit.id, version: unit.version }).catch(desk.fail)
          }}
        />
      </header>
      <SectionHeading value={alone ? 'h2' : 'h3'}>
        <UnitCard unit={unit} retired={retired} />
      </SectionHeading>
    </article>
  )
}
