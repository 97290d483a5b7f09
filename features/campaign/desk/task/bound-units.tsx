import type { UnitKind } from '@jianbao/organisation/contract'
import { useUnitKindWords } from '@jianbao/organisation/desk/parts'
import {
  type Column,
  DataTable,
  EmptyState,
  ExportButton,
  FoldingFilters,
  ListFrame,
  useFilters,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, type InputRef, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { BoundUnit, TaskDetail } from '../../contract/index.ts'
import { boundUnitsQuery } from '../campaign.queries.ts'
import type { AskingOpening } from './asking-opening.ts'
import { OpeningDialog } from './opening-dialog.tsx'
import { OpeningList } from './opening-list.tsx'
import styles from './task.module.css'
import { taskTexts } from './task.texts.ts'
import type { TaskSearch } from './task-search.ts'

/** The units a task binds, and which of them may report on a period that is locked. */
export function BoundUnits({ task }: { task: TaskDetail }) {
  const t = taskTexts.useTexts()
  const kindWords = useUnitKindWords()
  const [filters, setFilters] = useFilters<TaskSearch>()
  const [asking, ask] = useState<AskingOpening | null>(null)
  const search = useRef<InputRef>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const { hash } = useLocation()
  const navigate = useNavigate()
  const list = useQuery(boundUnitsQuery(task.id, filters))
  useEffect(() => {
    if (hash === 'units') heading.current?.scrollIntoView()
  }, [hash])
  const total = task.boundKinds.reduce((sum, { count }) => sum + count, 0)
  const opens = task.actions.includes('open-period')
  const { page: _, ...filter } = filters
  const narrowed = Object.keys(filter).length > 0
  return (
    <section aria-label={t('units')} className={styles['units']}>
      <div className={styles['unitsHead']}>
        <div>
          <h2 ref={heading} id="units">
            {t('units')}
          </h2>
          <p className={styles['soft']}>
            {task.openings
              ? t('unitsNote', { count: total, openings: task.openings })
              : t('unitsNoteNone', { count: total })}
          </p>
        </div>
        {total > 0 ? (
          <ExportButton path={`/api/tasks/${task.id}/units/export`} order={{ body: filter }} />
        ) : null}
      </div>
      <FoldingFilters
        words={filters.q}
        label={t('search')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={(filters.kind ? 1 : 0) + (filters.opened ? 1 : 0)}
        more={t('filters')}
      >
        <Select<UnitKind | ''>
          className={styles['select'] ?? ''}
          aria-label={t('kindFilter')}
          value={filters.kind ?? ''}
          onChange={kind => setFilters({ kind: kind || undefined })}
          options={[
            { value: '', label: t('allKinds') },
            ...task.boundKinds.map(({ kind, count }) => ({
              value: kind,
              label: `${kindWords(kind)} ${count}`,
            })),
          ]}
        />
        <Checkbox
          checked={filters.opened ?? false}
          onChange={event => setFilters({ opened: event.target.checked || undefined })}
        >
          {t('onlyOpened')}
        </Checkbox>
      </FoldingFilters>
      <ListFrame<BoundUnit>
        list={list}
        onOpen={row => void navigate({ to: '/units/{-$id}', params: { id: row.id } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          <EmptyState
            title={t('noUnits')}
            action={
              narrowed ? (
                <Button onClick={() => setFilters({ q: undefined, kind: undefined, opened: undefined })}>
                  {t('allKinds')}
                </Button>
              ) : null
            }
          />
        }
      >
        {(rows, selected) => (
          <DataTable
            label={t('units')}
            name="campaign.bound-units"
            rows={rows}
            rowKey={row => row.id}
            columns={columnsOf({ t, kindWords, opens, ask })}
            selected={selected}
            card={row => (
              <div className={styles['card']}>
                <p>
                  <UnitLink unit={row} /> <span className={styles['soft']}>{kindWords(row.kind)}</span>
                </p>
                <OpeningList unit={row} opens={opens} onAsk={ask} />
                {opens ? <AllowButton unit={row} onAsk={ask} /> : null}
              </div>
            )}
          />
        )}
      </ListFrame>
      {asking ? <OpeningDialog task={task} asking={asking} onClose={() => ask(null)} /> : null}
    </section>
  )
}

type Parts = {
  readonly t: ReturnType<typeof taskTexts.useTexts>
  readonly kindWords: (kind: string) => string
  readonly opens: boolean
  readonly ask: (asking: AskingOpening) => void
}

function columnsOf({ t, kindWords, opens, ask }: Parts): Column<BoundUnit>[] {
  const columns: Column<BoundUnit>[] = [
    { key: 'unit', title: t('column_unit'), fixed: true, cell: row => <UnitLink unit={row} /> },
    { key: 'kind', title: t('column_kind'), cell: row => kindWords(row.kind) },
    { key: 'above', title: t('column_above'), cell: row => row.above ?? '' },
    {
      key: 'openings',
      title: t('column_openings'),
      cell: row => <OpeningList unit={row} opens={opens} onAsk={ask} />,
    },
  ]
  if (opens)
    columns.push({
      key: 'act',
      title: t('column_act'),
      fixed: true,
      cell: row => <AllowButton unit={row} onAsk={ask} />,
    })
  return columns
}

function UnitLink({ unit: { id, name } }: { unit: BoundUnit }) {
  return (
    <Link to="/units/{-$id}" params={{ id }}>
      {name}
    </Link>
  )
}

function AllowButton({ unit, onAsk }: { unit: BoundUnit; onAsk: Parts['ask'] }) {
  const t = taskTexts.useTexts()
  return (
    <Button
      size="small"
      aria-label={`${t('allow')} ${unit.name}`}
      onClick={() => onAsk({ act: 'open', unit })}
    >
      {t('allow')}
    </Button>
  )
}
