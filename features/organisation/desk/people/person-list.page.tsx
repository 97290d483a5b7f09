import {
  ColumnChoice,
  DataTable,
  EmptyState,
  ExportButton,
  ListFrame,
  PageHeader,
  useFilters,
  usePhone,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { PersonPage, PersonSummary } from '../../contract/index.ts'
import styles from './people.module.css'
import { peopleQuery } from './person.queries.ts'
import { personTexts } from './person.texts.ts'
import { PersonCard, usePersonColumns } from './person-columns.tsx'
import { PersonFilters } from './person-filters.tsx'
import { PersonForm } from './person-form.tsx'
import { countFilters, type PersonSearch, personQueryOf } from './person-search.ts'

const listName = 'organisation.people'
const noFilters = {
  q: undefined,
  unit: undefined,
  only: undefined,
  role: undefined,
  state: undefined,
  account: undefined,
}

export default function PersonListPage() {
  const t = personTexts.useTexts()
  const { message } = App.useApp()
  const phone = usePhone()
  const [filters, setFilters] = useFilters<PersonSearch>()
  const people = useQuery(peopleQuery(personQueryOf(filters)))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const columns = usePersonColumns()
  const [creating, setCreating] = useState(false)
  const may = (action: PersonPage['actions'][number]) => people.data?.actions.includes(action) ?? false
  const open = (id: string) => void navigate({ to: '/people/$id', params: { id } })
  const { page: _page, ...exported } = personQueryOf(filters)
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={t('listNote')}
        actions={
          <>
            {may('create') && !phone ? (
              <Link to="/imports" search={{ into: 'people' }} className={styles['exchange']}>
                {t('import')}
              </Link>
            ) : null}
            {phone ? null : <ColumnChoice name={listName} columns={columns} />}
            {may('export') && !phone ? (
              <ExportButton path="/api/people/export" order={{ body: exported }} />
            ) : null}
            {may('create') ? (
              <Button type="primary" onClick={() => setCreating(true)}>
                {t('create')}
              </Button>
            ) : null}
          </>
        }
      />
      <PersonFilters
        filters={filters}
        onChange={setFilters}
        unitName={people.data?.underName ?? null}
        searchRef={search}
      />
      <ListFrame<PersonSummary, PersonPage>
        list={people}
        empty={<Nobody filters={filters} mayCreate={may('create')} onClear={() => setFilters(noFilters)} />}
        onOpen={person => open(person.id)}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
      >
        {(rows, selected) => (
          <DataTable
            label={t('list')}
            name={listName}
            rows={rows}
            rowKey={row => row.id}
            columns={columns}
            selected={selected}
            card={person => <PersonCard person={person} />}
            order={filters.sort ?? 'name'}
            onOrder={sort => setFilters({ sort: sort as PersonSearch['sort'] })}
          />
        )}
      </ListFrame>
      {creating ? (
        <PersonForm
          person={null}
          onClose={() => setCreating(false)}
          onDone={person => {
            void message.success(t('createdNow', { name: person.name }))
            open(person.id)
          }}
        />
      ) : null}
    </>
  )
}

type NobodyProps = {
  readonly filters: PersonSearch
  readonly mayCreate: boolean
  readonly onClear: () => void
}

function Nobody({ filters, mayCreate, onClear }: NobodyProps) {
  const t = personTexts.useTexts()
  const filtered = filters.q !== undefined || countFilters(filters) > 0
  if (!filtered)
    return <EmptyState title={t('emptyTitle')}>{t(mayCreate ? 'emptyWords' : 'emptyWordsReader')}</EmptyState>
  return (
    <EmptyState title={t('noMatchTitle')} action={<Button onClick={onClear}>{t('clearFilters')}</Button>}>
      {t(filters.state ? 'noMatchWords' : 'noMatchLeft')}
    </EmptyState>
  )
}
