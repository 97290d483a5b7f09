import {
  ColumnChoice,
  ExportButton,
  PageHeader,
  useFilters,
  useMedia,
  usePhone,
  useShownColumns,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, type InputRef } from 'antd'
import { useCallback, useEffect, useRef } from 'react'
import { type InboxColumn, type InboxRow, inboxColumns, type Report } from '../../contract/index.ts'
import { reportQuery } from '../report.queries.ts'
import { BulkBar } from './bulk-bar.tsx'
import styles from './inbox.module.css'
import { inboxQuery, inboxWordsQuery } from './inbox.queries.ts'
import { inboxTexts } from './inbox.texts.ts'
import { InboxFilters } from './inbox-filters.tsx'
import { InboxList } from './inbox-list.tsx'
import { useInboxColumns } from './inbox-rows.tsx'
import { type InboxSearch, inboxQueryOf } from './inbox-search.ts'
import { InboxTabs } from './inbox-tabs.tsx'
import previewStyles from './preview.module.css'
import { Preview, type PreviewDeed } from './preview.tsx'
import { StatusLine } from './status-line.tsx'
import { TriageDialogs } from './triage-dialogs.tsx'
import { useClaim } from './use-claim.ts'
import { useTriage } from './use-triage.ts'
import { useTriageActs } from './use-triage-acts.ts'
import { useTriageKeys } from './use-triage-keys.ts'

const listName = 'report.inbox'

export default function InboxPage() {
  const t = inboxTexts.useTexts()
  const phone = usePhone()
  const narrow = useMedia('(max-width: 1099px)')
  const [filters, setFilters] = useFilters<InboxSearch>()
  const query = inboxQueryOf(filters)
  const list = useQuery(inboxQuery(query))
  const words = useQuery(inboxWordsQuery).data
  const rows = list.data?.rows ?? []
  const search = useRef<InputRef>(null)
  const place = useRef<HTMLElement>(null)
  const currentId = filters.report ?? null
  const current = useQuery({ ...reportQuery(currentId ?? ''), enabled: currentId !== null }).data
  const show = useCallback(
    // The page of the list stays where it is.
    (report: string | undefined) => setFilters({ report, page: filters.page }),
    [setFilters, filters.page],
  )
  const atDesk = (current?.actions ?? []).some(action => action !== 'edit')
  const claiming = useClaim(currentId, words?.me, atDesk)
  const desk = useTriage({ rows, words, currentId, onShow: show, claiming })
  const acts = useTriageActs({ rows, currentId, current, desk, claiming, show, search, place, narrow })
  useTriageKeys(acts.onKey)
  const columns = useInboxColumns(words, {
    selected: new Set(desk.chosen.keys()),
    onSelect: desk.select,
    onOpen: row => show(row.id),
  })
  const [shown] = useShownColumns(listName, columns)
  useKeptFocus(place, list.data, desk.dialog !== null)
  const onDeed = (deed: PreviewDeed, report: Report) => acts.begin(deed, report)
  const { page: _page, pageSize: _size, ...asked } = query
  const exported = {
    ...asked,
    columns: inboxColumns.filter((column): column is InboxColumn => phone || shown.includes(column)),
  }
  const alone = narrow && currentId !== null
  const preview = currentId ? (
    <Preview
      key={currentId}
      id={currentId}
      words={words}
      claiming={claiming}
      onDeed={onDeed}
      onTogether={ids => desk.setDialog({ kind: 'together', ids })}
      onBack={narrow ? () => show(undefined) : null}
    />
  ) : (
    <p className={previewStyles['nothing']}>{t('previewNone')}</p>
  )
  return (
    <>
      {alone ? null : (
        <>
          <PageHeader
            title={t('menu')}
            note={phone ? null : t('note')}
            actions={
              <>
                {phone ? null : <ColumnChoice name={listName} columns={columns} />}
                {phone ? null : <ExportButton path="/api/inbox/export" order={{ body: exported }} />}
                {phone ? null : <Button onClick={() => desk.setDialog({ kind: 'help' })}>{t('help')}</Button>}
              </>
            }
          />
          <InboxFilters
            filters={filters}
            onChange={change => setFilters({ ...change, report: undefined })}
            words={words}
            unitName={list.data?.underName ?? null}
            searchRef={search}
          />
          <InboxTabs
            chosen={filters.state ?? 'submitted'}
            counted={list.data}
            onChoose={state =>
              setFilters({ state: state === 'submitted' ? undefined : state, report: undefined })
            }
          />
        </>
      )}
      <StatusLine desk={desk} row={rows.findIndex(row => row.id === currentId)} rows={rows} />
      {alone ? null : <BulkBar desk={desk} mayForward={!words?.desks.every(({ top }) => top)} />}
      <div className={styles['panes']} data-alone={alone}>
        {alone ? null : (
          <section ref={place} className={styles['list']} aria-label={t('list')} tabIndex={-1}>
            <InboxList
              {...{ list, columns, words, filters, currentId, listName }}
              acts={{
                selected: new Set(desk.chosen.keys()),
                onSelect: desk.select,
                onOpen: row => show(row.id),
              }}
              onChange={setFilters}
            />
          </section>
        )}
        {narrow && !alone ? null : (
          <section
            className={styles['preview']}
            aria-label={t('preview')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it
            tabIndex={0}
            data-preview=""
          >
            {preview}
          </section>
        )}
      </div>
      <TriageDialogs desk={desk} words={words} claiming={claiming} />
    </>
  )
}

/** When the row or the dialogue that was worked in is gone, whoever works by keyboard is still in the list. */
function useKeptFocus(
  place: { current: HTMLElement | null },
  drawn: { rows: readonly InboxRow[] } | undefined,
  dialog: boolean,
) {
  useEffect(() => {
    if (!drawn || dialog) return
    const look = () => {
      if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
    }
    // A dialogue gives the focus back only when it has faded.
    const timers = [60, 400].map(afterMs => setTimeout(look, afterMs))
    return () => timers.forEach(clearTimeout)
  }, [place, drawn, dialog])
}
