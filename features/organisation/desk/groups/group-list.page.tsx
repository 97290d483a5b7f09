import {
  EmptyState,
  holdsRole,
  ListSkeleton,
  listStyles,
  PageHeader,
  PageTurner,
  PastEnd,
  ProblemNotice,
  useFilters,
  useHeldRoles,
  useListKeys,
  useRowInSight,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { type GroupSummary, groupKeepers } from '../../contract/index.ts'
import { DoneLine } from './done-line.tsx'
import styles from './group.module.css'
import { groupsQuery } from './group.queries.ts'
import { groupTexts } from './group.texts.ts'
import { GroupCard } from './group-card.tsx'
import { GroupDialogs } from './group-dialogs.tsx'
import { GroupFilters } from './group-filters.tsx'
import { type GroupSearch, groupQueryOf } from './group-search.ts'
import { planStep } from './group-values.ts'
import { useGroupDesk } from './use-group-desk.ts'

/** Who leads what: leading groups, their offices and working groups as cards. */
export default function GroupListPage() {
  const t = groupTexts.useTexts()
  const [filters, setFilters] = useFilters<GroupSearch>()
  const desk = useGroupDesk()
  const keeps = holdsRole(useHeldRoles(), groupKeepers)
  const search = useRef<InputRef>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const found = useQuery(groupsQuery(groupQueryOf(filters)))
  const rows = found.data?.rows ?? []
  const toggle = (id: string) => {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }
  const selected = useListKeys({
    count: rows.length,
    onOpen: at => toggle(rows[at]!.id),
    onSearch: () => search.current?.focus({ cursor: 'all' }),
  })
  const box = useRowInSight(selected)
  const { page: _, ...narrowing } = filters
  const narrowed = Object.keys(narrowing).length > 0
  const add = keeps ? (
    <Button type="primary" onClick={() => desk.ask({ act: 'add', unitId: filters.unit ?? null })}>
      {t('act.add')}
    </Button>
  ) : null
  // Only a list that hides none of a unit's groups knows their places.
  const whole = filters.q === undefined && filters.kind === undefined && filters.page === undefined
  const step = (group: GroupSummary, by: -1 | 1) => {
    const position = whole && group.actions.includes('edit') ? planStep(rows, group.id, by) : null
    return position === null ? null : () => void desk.place(group, position)
  }
  const clear = () => setFilters({ q: undefined, kind: undefined, unit: undefined, only: undefined })
  return (
    <>
      <PageHeader title={t('menu')} note={t('note')} actions={add} />
      <DoneLine desk={desk} />
      <GroupFilters filters={filters} onFilters={setFilters} searchRef={search} />
      {found.error ? <ProblemNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <ListSkeleton rows={8} /> : null}
      {found.data && rows.length === 0 && found.data.total > 0 ? (
        <PastEnd total={found.data.total} onFirst={() => setFilters({ page: undefined })} />
      ) : null}
      {found.data?.total === 0 && narrowed ? (
        <EmptyState title={t('noMatch')} action={<Button onClick={clear}>{t('clear')}</Button>}>
          {t('noMatchWords')}
        </EmptyState>
      ) : null}
      {found.data?.total === 0 && !narrowed ? (
        <EmptyState title={t('empty')}>{t(keeps ? 'emptyWords' : 'emptyRead')}</EmptyState>
      ) : null}
      {rows.length > 0 ? (
        <>
          <div ref={box} {...(found.isPlaceholderData ? { 'data-stale': '' } : {})}>
            <ul className={styles['cards']} aria-label={t('list')}>
              {rows.map((group, at) => (
                <li key={group.id} {...(at === selected ? { 'aria-current': true } : {})}>
                  <GroupCard
                    group={group}
                    open={opened.has(group.id)}
                    onToggle={() => toggle(group.id)}
                    onAct={act => desk.ask({ act, groupId: group.id })}
                    steps={{ up: step(group, -1), down: step(group, 1) }}
                  />
                </li>
              ))}
            </ul>
          </div>
          <PageTurner {...found.data!} onTurn={page => setFilters({ page })} />
          <p className={listStyles['keys']}>{t('keys')}</p>
        </>
      ) : null}
      <GroupDialogs desk={desk} />
    </>
  )
}
