import {
  answer,
  api,
  BackToList,
  EmptyState,
  formatInstant,
  listStyles,
  PageHeader,
  PageTurner,
  PastEnd,
  ProblemNotice,
  useFilters,
  usePhone,
  useProblemText,
} from '@jianbao/ui'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import type { LearnedPage } from '../../contract/index.ts'
import { learnedTexts } from './learned.texts.ts'

type Row = LearnedPage['rows'][number]

const learnedQuery = (query: { page?: number }) =>
  queryOptions({
    queryKey: ['learned-names', query],
    queryFn: ({ signal }): Promise<LearnedPage> =>
      answer(api.GET('/api/learned-names', { params: { query }, signal })),
  })

/** What people taught the reader in reviews: seen by everybody who reviews, and taken back with one press. */
export default function LearnedNamesPage() {
  const t = learnedTexts.useTexts()
  const phone = usePhone()
  const [filters, setFilters] = useFilters<{ page?: number }>()
  const names = useQuery(learnedQuery(filters))
  const forget = useForgetting()
  const rows = names.data?.rows ?? []
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        back={<BackToList to="/archive-units">{t('units')}</BackToList>}
      />
      {names.error ? <ProblemNotice error={names.error} onRetry={() => void names.refetch()} /> : null}
      {names.isPending ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {names.data?.total === 0 ? <EmptyState title={t('none')}>{t('noneWords')}</EmptyState> : null}
      {names.data && rows.length === 0 && names.data.total > 0 ? (
        <PastEnd total={names.data.total} onFirst={() => setFilters({ page: undefined })} />
      ) : null}
      {names.data && rows.length > 0 ? (
        <>
          {phone ? (
            <ul className={listStyles['cards']} aria-label={t('title')}>
              {rows.map(row => (
                <li key={row.surface}>
                  <strong>{row.surface}</strong> {t('standsFor')} <UnitLink row={row} />
                  <p>
                    {row.by} {formatInstant(row.at)} <Source row={row} />
                  </p>
                  <Button onClick={() => forget(row)}>{t('forget')}</Button>
                </li>
              ))}
            </ul>
          ) : (
            <table className={listStyles['table']} aria-label={t('title')}>
              <thead>
                <tr>
                  <th>{t('surface')}</th>
                  <th>{t('name')}</th>
                  <th>{t('by')}</th>
                  <th>{t('at')}</th>
                  <th>{t('source')}</th>
                  <th>{t('deed')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(row => (
                  <tr key={row.surface}>
                    <td>{row.surface}</td>
                    <td>
                      <UnitLink row={row} />
                    </td>
                    <td>{row.by}</td>
                    <td>{formatInstant(row.at)}</td>
                    <td>
                      <Source row={row} />
                    </td>
                    <td>
                      <Button
                        size="small"
                        aria-label={t('forgetOne', { surface: row.surface })}
                        onClick={() => forget(row)}
                      >
                        {t('forget')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <PageTurner {...names.data} onTurn={page => setFilters({ page })} />
        </>
      ) : null}
    </>
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
