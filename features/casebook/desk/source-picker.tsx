import {
  type FilterChange,
  formatDay,
  ListSkeleton,
  ProblemNotice,
  SearchField,
  useLanguage,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import type { CaseSource, CaseSourceKind } from '../contract/index.ts'
import styles from './case.module.css'
import { sourcesQuery } from './case.queries.ts'
import { caseTexts } from './case.texts.ts'
import type { NewCaseSearch } from './case-search.ts'

type SourcePickerProps = {
  readonly search: NewCaseSearch
  readonly onSearch: (change: FilterChange<NewCaseSearch>) => void
  readonly onPick: (source: CaseSource) => void
}

/** Reports that were sent in and articles of the archive, the newest first, found by words. */
export function SourcePicker({ search, onSearch, onPick }: SourcePickerProps) {
  const t = caseTexts.useTexts()
  const kind: CaseSourceKind = search.kind ?? 'report'
  const found = useQuery(sourcesQuery(kind, search.q))
  return (
    <section className={styles['card']} aria-labelledby="choose-source">
      <h2 id="choose-source">{t('chooseSource')}</h2>
      <div className={styles['pick']}>
        <Segmented<CaseSourceKind>
          aria-label={t('chooseSource')}
          value={kind}
          options={[
            { value: 'report', label: t('kindReport') },
            { value: 'article', label: t('kindArticle') },
          ]}
          onChange={next => onSearch({ kind: next === 'report' ? undefined : next })}
        />
        <div className={styles['find']}>
          <SearchField
            value={search.q ?? ''}
            label={t(kind === 'report' ? 'searchReports' : 'searchArticles')}
            onSearch={q => onSearch({ q: q || undefined })}
          />
        </div>
      </div>
      {found.error ? <ProblemNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <ListSkeleton rows={6} /> : null}
      {found.data?.rows.length === 0 ? <p className={styles['note']}>{t('noSources')}</p> : null}
      <ul className={styles['sources']} aria-label={t('sourceList')}>
        {(found.data?.rows ?? []).map(source => (
          <SourceRow key={source.id} source={source} onPick={() => onPick(source)} />
        ))}
      </ul>
    </section>
  )
}

function SourceRow({ source, onPick }: { readonly source: CaseSource; readonly onPick: () => void }) {
  const t = caseTexts.useTexts()
  const language = useLanguage()
  const about = [source.place, source.unit, source.day && formatDay(source.day, language)].filter(Boolean)
  return (
    <li>
      <div>
        <span className={styles['sourceTitle']}>{source.title}</span>
        <span className={styles['faint']}>{about.join(' · ')}</span>
      </div>
      {source.caseId === null ? (
        <Button aria-label={`${t('choose')} ${source.title}`} onClick={onPick}>
          {t('choose')}
        </Button>
      ) : (
        <Link to="/cases/$id" params={{ id: source.caseId }}>
          {t('alreadyCase')}
        </Link>
      )}
    </li>
  )
}
