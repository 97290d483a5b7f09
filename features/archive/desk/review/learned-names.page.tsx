import {
  answer,
  api,
  BackToList,
  type Column,
  DataTable,
  EmptyState,
  formatInstant,
  ListFrame,
  PageHeader,
  useFilters,
  usePhone,
  useProblemText,
} from '@jianbao/ui'
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import type { LearnedPage } from '../../contract/index.ts'
import { learnedTexts } from './learned.texts.ts'

type Row = LearnedPage['rows'][number]

const learnedQuery = (query: { page?: number }) =>
  queryOptions({
    queryKey: ['learned-names', query],
    queryFn: ({ signal }): Promise<LearnedPage> =>
      answer(api.GET('/api/learned-names', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** What people taught the reader in reviews: seen by everybody who reviews, and taken back with one press. */
export default function LearnedNamesPage() {
  const t = learnedTexts.useTexts()
  const [filters, setFilters] = useFilters<{ page?: number }>()
  const names = useQuery(learnedQuery(filters))
  const navigate = useNavigate()
  const forget = useForgetting()
  const columns: readonly Column<Row>[] = [
    { key: 'surface', title: t('surface'), cell: row => row.surface, fixed: true },
    { key: 'name', title: t('name'), cell: row => <UnitLink row={row} />, fixed: true },
    { key: 'by', title: t('by'), cell: row => row.by },
    { key: 'at', title: t('at'), cell: row => formatInstant(row.at) },
    { key: 'source', title: t('source'), cell: row => <Source row={row} /> },
    { key: 'deed', title: t('deed'), cell: row => <ForgetButton row={row} onForget={forget} />, fixed: true },
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        back={<BackToList to="/archive-units">{t('units')}</BackToList>}
      />
      <ListFrame<Row>
        list={names}
        onOpen={({ name }) => void navigate({ to: '/archive-units/$name', params: { name } })}
        onPage={page => setFilters({ page })}
        empty={<EmptyState title={t('none')}>{t('noneWords')}</EmptyState>}
      >
        {(rows, selected) => (
          <DataTable
            name="archive.learned"
            label={t('title')}
            rows={rows}
            rowKey={row => row.surface}
            columns={columns}
            selected={selected}
            card={row => (
              <>
                <strong>{row.surface}</strong> {t('standsFor')} <UnitLink row={row} />
                <p>
                  {row.by} {formatInstant(row.at)} <Source row={row} />
                </p>
                <ForgetButton row={row} onForget={forget} />
              </>
            )}
          />
        )}
      </ListFrame>
    </>
  )
}

function ForgetButton({ row, onForget }: { row: Row; onForget: (row: Row) => void }) {
  const t = learnedTexts.useTexts()
  return (
    <Button
      size={usePhone() ? 'middle' : 'small'}
      aria-label={t('forgetOne', { surface: row.surface })}
      onClick={() => onForget(row)}
    >
      {t('forget')}
    </Button>
  )
}

function UnitLink({ row: { name } }: { row: Row }) {
  return (
    <Link to="/archive-units/$name" params={{ name }}>
      {name}
    </Link>
  )
}

function Source({ row: { documentId } }: { row: Row }) {
  const t = learnedTexts.useTexts()
  if (documentId === null) return <span>{t('gone')}</span>
  return (
    <Link to="/documents/$id" params={{ id: documentId }}>
      {t('open')}
    </Link>
  )
}

/** @returns a function that says what forgetting does and what it leaves, asks, and then forgets. */
function useForgetting(): (row: Row) => void {
  const t = learnedTexts.useTexts()
  const text = useProblemText()
  const client = useQueryClient()
  const { modal, message } = App.useApp()
  const forget = useMutation({
    mutationFn: (surface: string): Promise<unknown> =>
      answer(api.POST('/api/learned-names/forget', { body: { surface } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['learned-names'] }),
  })
  return ({ surface, name }) =>
    void modal.confirm({
      title: t('forgetTitle', { surface, name }),
      content: t('forgetWords'),
      okText: t('forget'),
      cancelText: t('keep'),
      onOk: async () => {
        try {
          await forget.mutateAsync(surface)
          void message.success(t('forgotten', { surface }))
        } catch (error) {
          void message.error(text(error))
        }
      },
    })
}
