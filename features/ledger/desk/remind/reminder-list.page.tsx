import {
  addressOf,
  ColumnChoice,
  EmptyState,
  ExportButton,
  ListFrame,
  PageHeader,
  useFilters,
  usePhone,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Reminder, ReminderPage } from '../../contract/index.ts'
import styles from './remind.module.css'
import { remindersQuery } from './remind.queries.ts'
import { remindTexts } from './remind.texts.ts'
import { filterOf, type ReminderSearch } from './remind-search.ts'
import { ReminderFilters } from './reminder-filters.tsx'
import { addressOfReminder, columnsName, ReminderRows, useReminderColumns } from './reminder-rows.tsx'

const names = ['unit', 'kind', 'way', 'task', 'unreached', 'from', 'to'] as const
const noFilters = Object.fromEntries(names.map(name => [name, undefined]))

/** What units were told of, and when. */
export default function ReminderListPage() {
  const t = remindTexts.useTexts()
  const [filters, setFilters] = useFilters<ReminderSearch>()
  const list = useQuery(remindersQuery(filters))
  const navigate = useNavigate()
  const columns = useReminderColumns()
  const phone = usePhone()
  const go = (path: string) => void navigate(addressOf(path))
  const places = [
    ...(list.data?.actions.includes('preview') ? [{ path: '/reminders/next', words: t('toPreview') }] : []),
    { path: '/reminders/mine', words: t('toMine') },
  ]
  const filtered = names.some(name => filters[name] !== undefined)
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={phone ? null : t('note')}
        actions={
          <>
            {phone
              ? null
              : places.map(({ path, words }) => (
                  <Button key={path} onClick={() => go(path)}>
                    {words}
                  </Button>
                ))}
            {phone ? null : <ViewMenu />}
            <ColumnChoice name={columnsName} columns={columns} />
            <ExportButton path="/api/reminders/export" order={{ body: filterOf(filters) }} />
          </>
        }
      />
      {phone ? (
        <p className={styles['places']}>
          {places.map(({ path, words }) => (
            <Link key={path} {...addressOf(path)}>
              {words}
            </Link>
          ))}
        </p>
      ) : null}
      <ReminderFilters filters={filters} counts={list.data?.counts} onChange={setFilters} />
      <ListFrame<Reminder, ReminderPage>
        list={list}
        empty={
          filtered ? (
            <EmptyState
              title={t('noMatchTitle')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clear')}</Button>}
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('emptyTitle')}
              action={<Button onClick={() => go('/gaps')}>{t('toGaps')}</Button>}
            >
              {t('emptyWords')}
            </EmptyState>
          )
        }
        onOpen={row => go(addressOfReminder(row))}
        onPage={page => setFilters({ page })}
      >
        {(rows, selected) => <ReminderRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}
