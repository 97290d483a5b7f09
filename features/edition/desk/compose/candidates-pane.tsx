import { EmptyState, ListSkeleton, ProblemNotice, SearchField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { CandidatePage, Edition } from '../../contract/index.ts'
import { CandidateCard } from './candidate-card.tsx'
import candidates from './candidates.module.css'
import cardStyles from './card.module.css'
import styles from './compose.module.css'
import { candidatesQuery } from './compose.queries.ts'
import { composeTexts } from './compose.texts.ts'
import type { ComposeActs } from './use-compose-acts.tsx'

const step = 30
const most = 100

type PaneProps = {
  readonly edition: Edition
  readonly acts: ComposeActs
  readonly mayEdit: boolean
  readonly chosen: readonly string[]
  readonly onChoose: (adoptionIds: readonly string[]) => void
  readonly onBriefs: (adoptionIds: readonly string[]) => void
  readonly onOpen: (itemId: string) => void
}

/** What the desk adopted and no issue has yet, by the column it was adopted for. */
export function CandidatesPane(props: PaneProps) {
  const { edition, acts, mayEdit, chosen, onChoose, onOpen } = props
  const t = composeTexts.useTexts()
  const [q, setQ] = useState('')
  const [column, setColumn] = useState<string | null>(null)
  const [pageSize, setPageSize] = useState(step)
  const list = useQuery(
    candidatesQuery(edition.id, { ...(q ? { q } : {}), ...(column ? { column } : {}), pageSize }),
  )
  const rows = list.data?.rows ?? []
  const left = Math.min(most, list.data?.total ?? 0) - rows.length
  const take = async (adoptionIds: readonly string[], columnKey: string, apart = true) => {
    const made = await acts.add({ columnKey, before: null, adoptionIds: [...adoptionIds], apart })
    if (made.length === 0) return
    onChoose([])
    if (!apart) onOpen(made[0]!.id)
  }
  return (
    <section className={styles['pane']} data-pane="waiting" aria-label={t('waiting')}>
      <search className={candidates['find']}>
        <SearchField value={q} label={t('searchWaiting')} onSearch={setQ} />
      </search>
      <Columns edition={edition} page={list.data} column={column} onColumn={setColumn} />
      {chosen.length > 0 ? <ChosenBar {...props} onTake={take} /> : null}
      {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <ListSkeleton rows={6} /> : null}
      {list.data?.total === 0 ? <Nothing found={q !== '' || column !== null} /> : null}
      <ul className={cardStyles['cards']} aria-label={t('waiting')}>
        {rows.map(row => (
          <CandidateCard
            key={row.adoptionId}
            row={row}
            columns={edition.columns}
            mayEdit={mayEdit}
            chosen={chosen.includes(row.adoptionId)}
            onChoose={() =>
              onChoose(
                chosen.includes(row.adoptionId)
                  ? chosen.filter(id => id !== row.adoptionId)
                  : [...chosen, row.adoptionId],
              )
            }
            onTake={columnKey => void take([row.adoptionId], columnKey)}
          />
        ))}
      </ul>
      {left > 0 ? (
        <Button block onClick={() => setPageSize(Math.min(most, pageSize + step))}>
          {t('more', { count: Math.min(left, step) })}
        </Button>
      ) : null}
    </section>
  )
}

type ColumnsProps = {
  readonly edition: Edition
  readonly page: CandidatePage | undefined
  readonly column: string | null
  readonly onColumn: (column: string | null) => void
}

function Columns({ edition, page, column, onColumn }: ColumnsProps) {
  const t = composeTexts.useTexts()
  const counts = page?.counts ?? []
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const names = new Map([
    ...edition.columns.map(({ key, name }) => [key, name] as const),
    ['other', t('otherColumns')],
  ])
  const choices = [
    { column: null, name: t('anyColumn'), count: all },
    ...counts.map(each => ({ ...each, name: names.get(each.column) ?? each.column })),
  ]
  return (
    <fieldset className={candidates['columns']} aria-label={t('columnsOfWaiting')}>
      {choices.map(choice => (
        <button
          key={choice.column ?? ''}
          type="button"
          aria-pressed={choice.column === column}
          onClick={() => onColumn(choice.column)}
        >
          {page ? t('columnCount', { name: choice.name, count: choice.count }) : choice.name}
        </button>
      ))}
    </fieldset>
  )
}

type ChosenProps = PaneProps & {
  readonly onTake: (adoptionIds: readonly string[], columnKey: string, apart?: boolean) => Promise<void>
}

function ChosenBar({ edition, acts, chosen, onChoose, onBriefs, onTake }: ChosenProps) {
  const t = composeTexts.useTexts()
  const menu = (apart: boolean) => ({
    items: edition.columns.map(({ key, name }) => ({ key, label: name })),
    onClick: ({ key }: { key: string }) => void onTake(chosen, key, apart),
  })
  return (
    <section className={candidates['chosen']} aria-label={t('chosen', { count: chosen.length })}>
      <strong>{t('chosen', { count: chosen.length })}</strong>
      <Dropdown menu={menu(true)} trigger={['click']} disabled={acts.busy}>
        <Button size="small" type="primary">
          {t('takeInto')}
        </Button>
      </Dropdown>
      {chosen.length > 1 ? (
        <Dropdown menu={menu(false)} trigger={['click']} disabled={acts.busy}>
          <Button size="small">{t('combine')}</Button>
        </Dropdown>
      ) : null}
      <Button size="small" onClick={() => onBriefs(chosen)}>
        {t('draftBriefs')}
      </Button>
      <Button size="small" type="text" onClick={() => onChoose([])}>
        {t('unchoose')}
      </Button>
    </section>
  )
}

function Nothing({ found }: { found: boolean }) {
  const t = composeTexts.useTexts()
  if (found) return <p className={styles['nothing']}>{t('nothingFound')}</p>
  return (
    <EmptyState title={t('nothingWaiting')} action={<Link to="/inbox">{t('goInbox')}</Link>}>
      {t('nothingWaitingWords')}
    </EmptyState>
  )
}
