import { FormOutlined } from '@ant-design/icons'
import { EmptyState, ListFrame, PageHeader, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import type { MinePage, MineQuery, MineRow } from '../../contract/index.ts'
import { mineQuery } from '../report.queries.ts'
import { reportTexts } from '../report.texts.ts'
import { DeviceDraftList } from './device-draft-list.tsx'
import styles from './mine.module.css'
import { MineFilters } from './mine-filters.tsx'
import { MineRows } from './mine-rows.tsx'
import { MineTabs } from './mine-tabs.tsx'

const none = {
  ...{ q: undefined, type: undefined, taskId: undefined, campaignId: undefined },
  ...{ from: undefined, to: undefined, own: undefined, idle: undefined },
}

export default function MineListPage() {
  const t = reportTexts.useTexts()
  const [filters, setFilters] = useFilters<MineQuery>()
  const mine = useQuery(mineQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const filtered = Object.keys(none).some(name => filters[name as keyof typeof none] !== undefined)
  return (
    <>
      <PageHeader
        title={t('mine')}
        note={t('mineNote')}
        actions={
          <Link to="/reports/new" className={styles['begin'] ?? ''}>
            <FormOutlined aria-hidden="true" /> {t('report')}
          </Link>
        }
      />
      <DeviceDraftList />
      <MineTabs tab={filters.tab} counts={mine.data?.counts} onTab={tab => setFilters({ tab })} />
      <MineFilters filters={filters} onChange={setFilters} searchRef={search} />
      <ListFrame<MineRow, MinePage>
        list={mine}
        onOpen={({ id }) => void navigate({ to: '/reports/$id', params: { id } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          filtered ? (
            <EmptyState
              title={t('noMatch')}
              action={<Button onClick={() => setFilters(none)}>{t('clearFilters')}</Button>}
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t(filters.tab ? 'emptyTab' : 'empty')}
              action={filters.tab ? null : <Link to="/reports/new">{t('report')}</Link>}
            >
              {filters.tab ? null : t('emptyWords')}
            </EmptyState>
          )
        }
      >
        {(rows, selected) => (
          <MineRows
            rows={rows}
            selected={selected}
            order={filters.sort}
            onOrder={sort => setFilters({ sort: sort as MineQuery['sort'] })}
          />
        )}
      </ListFrame>
    </>
  )
}
