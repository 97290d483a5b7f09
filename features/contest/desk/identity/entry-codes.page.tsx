import { AbsentRecord, BackToList, EmptyState, isMissing, PageHeader } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { EntryCodeRows } from './entry-code-rows.tsx'
import { entryCodesQuery } from './entry-codes.queries.ts'
import styles from './identity.module.css'
import { identityTexts } from './identity.texts.ts'
import { MakeEntryCodes } from './make-entry-codes.tsx'

/** 入场码 of a contest: made for units, downloaded once, counted here. */
export default function EntryCodesPage() {
  const t = identityTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const codes = useQuery(entryCodesQuery(id))
  if (!codes.data || isMissing(codes.error))
    return (
      <AbsentRecord
        query={codes}
        list="/contests"
        title={t('title')}
        back={t('back')}
        missing={t('missing')}
        goList={t('goList')}
      />
    )
  const { made, used, units, actions } = codes.data
  const may = actions.includes('make')
  return (
    <>
      <PageHeader
        title={t('title')}
        back={<BackToList to={`/contests/${id}`}>{t('back')}</BackToList>}
        note={t('counts', { made, used })}
      />
      <div className={styles['page']}>
        <p className={styles['note']}>{may || made > 0 ? t('about') : t('notByCodes')}</p>
        {may ? <MakeEntryCodes id={id} /> : null}
        {units.length > 0 ? (
          <EntryCodeRows id={id} counts={codes.data} />
        ) : may ? (
          <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
        ) : null}
      </div>
    </>
  )
}
