import { BackToList, formatInstant, formatSize, ListSkeleton, PageHeader, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Import } from '../../contract/index.ts'
import styles from './import.module.css'
import { importQuery, isAtWork, useRegisterChanged } from './import.queries.ts'
import { importTexts } from './import.texts.ts'
import { ImportChanges } from './import-changes.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { ImportProblems } from './import-problems.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportStateTag } from './import-state.tsx'

export default function ImportPage() {
  const t = importTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const sheet = useQuery(importQuery(id))
  const written = sheet.data?.state === 'done'
  const changed = useRegisterChanged()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the writing has ended
  useEffect(() => {
    if (written) changed()
  }, [written])
  return (
    <>
      <PageHeader
        title={sheet.data ? t('title', { kind: t(`kind.${sheet.data.kind}`) }) : t('menu')}
        back={<BackToList to="/imports">{t('back')}</BackToList>}
        note={sheet.data ? <SentLine sheet={sheet.data} /> : null}
      />
      {sheet.error ? <ProblemNotice error={sheet.error} onRetry={() => void sheet.refetch()} /> : null}
      {sheet.isPending ? <ListSkeleton rows={6} /> : null}
      {sheet.data ? (
        <>
          {isAtWork(sheet.data.state) ? <ImportProgress sheet={sheet.data} /> : null}
          <ImportOutcome sheet={sheet.data} />
          <ImportProblems sheet={sheet.data} />
          {sheet.data.problems.length === 0 ? <ImportChanges sheet={sheet.data} /> : null}
        </>
      ) : null}
    </>
  )
}

function SentLine({ sheet }: { sheet: Import }) {
  const t = importTexts.useTexts()
  const { fileName, personName, createdAt, sizeBytes, state } = sheet
  const words = { who: personName, when: formatInstant(createdAt), size: formatSize(sizeBytes) }
  return (
    <span className={styles['sent']}>
      <strong>{fileName}</strong>
      <ImportStateTag state={state} />
      <span>{t('sent', words)}</span>
    </span>
  )
}
