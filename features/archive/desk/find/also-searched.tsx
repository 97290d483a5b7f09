import { Link } from '@tanstack/react-router'
import type { SearchPage, SearchQuery } from '../../contract/index.ts'
import { findTexts } from './find.texts.ts'
import styles from './search.module.css'

type AlsoSearchedProps = { readonly also: SearchPage['also']; readonly filters: SearchQuery }

/** Which other names were searched as well, and the way to search exactly what was typed. */
export function AlsoSearched({ also, filters }: AlsoSearchedProps) {
  const t = findTexts.useTexts()
  if (filters.synonyms === false)
    return (
      <span className={styles['also']}>
        {t('exactly')}{' '}
        <Link to="/search" search={{ ...filters, synonyms: undefined, page: undefined }}>
          {t('withSynonyms')}
        </Link>
      </span>
    )
  if (also.length === 0) return null
  const names = also.flatMap(word => word.with)
  return (
    <span className={styles['also']}>
      {t('also', { names: names.join(t('comma')) })}{' '}
      <Link to="/search" search={{ ...filters, synonyms: false, page: undefined }}>
        {t('onlyTyped')}
      </Link>
    </span>
  )
}
