import { DataTable, EmptyState, FoldingFilters, ListFrame, PageHeader, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, type InputRef, Select } from 'antd'
import { useRef, useState } from 'react'
import {
  type Recognition,
  type RecognitionKind,
  type RecognitionPage,
  recognitionKinds,
} from '../contract/index.ts'
import { RecognitionCard, useRecognitionColumns } from './recognition-columns.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { CampaignChoice, ScoreTabs } from './score-head.tsx'
import styles from './scoring.module.css'
import { recognitionsQuery } from './scoring.queries.ts'
import { scoringTexts } from './scoring.texts.ts'
import type { RecognitionSearch } from './scoring-search.ts'
import { useScored } from './use-scored.ts'

const noFilters = { kind: undefined, q: undefined }

/** What bulletins above and leaders did with reports: registered here, taken back with a reason. */
export default function RecognitionListPage() {
  const t = scoringTexts.useTexts()
  const [filters, setFilters] = useFilters<RecognitionSearch>()
  const { found, campaigns, campaign, today } = useScored(filters)
  const list = useQuery(recognitionsQuery(filters))
  const search = useRef<InputRef>(null)
  const navigate = useNavigate()
  const [registering, setRegistering] = useState<RecognitionKind | null>(null)
  const [revoking, setRevoking] = useState<Recognition | null>(null)
  const columns = useRecognitionColumns(setRevoking)
  const may = (found.data?.mayRegister ?? false) && campaign !== null
  const narrowed = filters.kind ?? filters.q
  return (
    <>
      <PageHeader
        title={t('recognitions')}
        note={t('recognitionNote')}
        actions={
          may ? (
            <>
              <Button onClick={() => setRegistering('instruction')}>{t('registerInstruction')}</Button>
              <Button type="primary" onClick={() => setRegistering('above')}>
                {t('registerAbove')}
              </Button>
            </>
          ) : null
        }
      />
      <ScoreTabs campaign={filters.campaign} />
      <FoldingFilters
        words={filters.q}
        label={t('recognitionSearch')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={filters.kind ? 1 : 0}
        more={t('more')}
      >
        <Select<RecognitionKind | ''>
          className={styles['period'] ?? ''}
          aria-label={t('kindFilter')}
          value={filters.kind ?? ''}
          onChange={kind => setFilters({ kind: kind || undefined })}
          options={[
            { value: '', label: t('allKinds') },
            ...recognitionKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) })),
          ]}
        />
        {campaign ? (
          <CampaignChoice
            campaigns={campaigns}
            campaign={campaign}
            onChange={id => setFilters({ campaign: id })}
          />
        ) : null}
      </FoldingFilters>
      <ListFrame<Recognition, RecognitionPage>
        list={list}
        empty={
          narrowed === undefined ? (
            <EmptyState title={t('noRecognitions')}>
              {t(may ? 'noRecognitionsWords' : 'noRecognitionsRead')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('noMatch')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clear')}</Button>}
            />
          )
        }
        onOpen={({ reportId }) => void navigate({ to: '/reports/$id', params: { id: reportId } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
      >
        {(rows, selected) => (
          <DataTable
            label={t('recognitionList')}
            name="scoring.recognitions"
            rows={rows}
            rowKey={row => row.id}
            columns={columns}
            selected={selected}
            card={row => <RecognitionCard row={row} onRevoke={setRevoking} />}
          />
        )}
      </ListFrame>
      {registering && campaign ? (
        <RegisterDialog
          kind={registering}
          campaign={campaign}
          today={today}
          onClose={() => setRegistering(null)}
        />
      ) : null}
      {revoking ? <RevokeDialog row={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  )
}
