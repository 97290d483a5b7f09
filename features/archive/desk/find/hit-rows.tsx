import { formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { SearchHit, SearchQuery } from '../../contract/index.ts'
import { FigureList } from './event-item.tsx'
import styles from './find.module.css'
import { findTexts } from './find.texts.ts'
import { MarkedText } from './marked-text.tsx'
import { PlaceLine } from './place-line.tsx'
import searchStyles from './search.module.css'
import { UnitLinks } from './unit-links.tsx'
import { withoutBullet } from './without-bullet.ts'

type HitRowsProps = {
  readonly rows: readonly SearchHit[]
  readonly selected: number
  readonly filters: SearchQuery
}

export function HitRows({ rows, selected, filters }: HitRowsProps) {
  const t = findTexts.useTexts()
  return (
    <ol className={styles['rows']} aria-label={t('hits')}>
      {rows.map((hit, at) => (
        <li key={hit.articleId} {...(at === selected ? { 'aria-current': true as const } : {})}>
          <Hit hit={hit} filters={filters} />
        </li>
      ))}
    </ol>
  )
}

function Hit({ hit, filters: { q, synonyms } }: { hit: SearchHit; filters: SearchQuery }) {
  const t = findTexts.useTexts()
  const opening = hit.passages.length === 1 && hit.passages[0]?.text === hit.headline.text
  return (
    <article>
      <h2 className={searchStyles['headline']}>
        <Link to="/articles/$id" params={{ id: hit.articleId }} search={{ q, synonyms }}>
          <MarkedText {...hit.headline} />
        </Link>
      </h2>
      <PlaceLine place={hit} issueId={hit.issueId} />
      {/* A headless article already shows how it begins. */}
      {opening
        ? null
        : hit.passages.map((passage, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: passages never change places
            <p key={at} className={searchStyles['passage']}>
              <MarkedText {...withoutBullet(passage)} />
              {/[。！？；]$/u.test(passage.text) ? null : '…'}
            </p>
          ))}
      <FigureList figures={hit.people} />
      <div className={searchStyles['hitFoot']}>
        <UnitLinks names={hit.units} />
        {hit.events > 0 ? (
          <Link to="/articles/$id" params={{ id: hit.articleId }} search={{ q, synonyms }} hash="events">
            {t('countEvents', { count: hit.events, number: formatCount(hit.events) })}
          </Link>
        ) : null}
      </div>
    </article>
  )
}
