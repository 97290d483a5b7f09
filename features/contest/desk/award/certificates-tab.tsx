import { EmptyState, ExportButton, formatCount, ListFrame, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { CertificatePage, CertificateRow, ContestAwards } from '../../contract/index.ts'
import styles from './award.module.css'
import { certificatesQuery } from './award.queries.ts'
import { awardTexts } from './award.texts.ts'
import type { AwardSearch } from './award-search.ts'
import { CertificateRows } from './certificate-rows.tsx'

type TabProps = { readonly awards: ContestAwards }

/** Kinds with their counts; a count opens its list below. */
export function CertificatesTab({ awards }: TabProps) {
  const t = awardTexts.useTexts()
  if (awards.certificates.length === 0)
    return <EmptyState title={t('noRules')}>{t('noRulesWords')}</EmptyState>
  return (
    <div className={styles['stack']}>
      <Kinds awards={awards} />
      <CertificateList awards={awards} />
    </div>
  )
}

function Kinds({ awards: { certificates, slug } }: TabProps) {
  const t = awardTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="award-kinds">
      <div className={styles['head']}>
        <h2 id="award-kinds">{t('rules')}</h2>
        <a href={`/contests/${slug}/certificate`} target="_blank" rel="noreferrer">
          {t('askPage')}
        </a>
      </div>
      <p className={styles['note']}>{t('certificatesNote')}</p>
      <div className={styles['wide']}>
        <table className={styles['table']} aria-label={t('rules')}>
          <thead>
            <tr>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('condition')}</th>
              <th scope="col" className={styles['figure']}>
                {t('entitled')}
              </th>
              <th scope="col" className={styles['figure']}>
                {t('issued')}
              </th>
            </tr>
          </thead>
          <tbody>
            {certificates.map(each => (
              <tr key={each.key}>
                <th scope="row">{each.name}</th>
                <td>{t(`by.${each.by}`, { bound: each.bound })}</td>
                <td className={styles['figure']}>
                  {each.entitled === null ? (
                    <span className={styles['faint']}>{t('afterPublication')}</span>
                  ) : (
                    <CountLink list="entitled" kind={each} count={each.entitled} />
                  )}
                </td>
                <td className={styles['figure']}>
                  <CountLink list="issued" kind={each} count={each.issued} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type CountLinkProps = {
  readonly list: 'entitled' | 'issued'
  readonly kind: ContestAwards['certificates'][number]
  readonly count: number
}

function CountLink({ list, kind, count }: CountLinkProps) {
  const t = awardTexts.useTexts()
  const [filters, setFilters] = useFilters<AwardSearch>()
  const here = (filters.list ?? 'issued') === list && filters.kind === kind.key
  return (
    <Button
      type="link"
      size="small"
      aria-pressed={here}
      aria-label={`${t(`list.${list}`, { kind: kind.name })} ${formatCount(count)}`}
      onClick={() => setFilters({ list: list === 'issued' ? undefined : list, kind: kind.key })}
    >
      {formatCount(count)}
    </Button>
  )
}

function CertificateList({ awards: { id, certificates } }: TabProps) {
  const t = awardTexts.useTexts()
  const [{ tab: _, ...filters }, setFilters] = useFilters<AwardSearch>()
  const list = filters.list ?? 'issued'
  const kind = certificates.find(({ key }) => key === filters.kind) ?? certificates[0]!
  const query = { ...filters, list, kind: kind.key }
  const rows = useQuery(certificatesQuery(id, query, true))
  const { page: _page, pageSize: _size, ...under } = query
  const heading = t(`list.${list}`, { kind: kind.name })
  return (
    <section className={styles['list']} aria-labelledby="award-list">
      <div className={styles['head']}>
        <h2 id="award-list">{heading}</h2>
        <ExportButton path={`/api/contests/${id}/certificates/export`} order={{ body: under }} />
      </div>
      <ListFrame<CertificateRow, CertificatePage>
        list={rows}
        onOpen={({ number }) => {
          // The page anybody checks it by; of one that was not fetched there is nothing to see.
          if (number !== null) window.open(`/contests/check/${number}`, '_blank', 'noreferrer')
        }}
        onPage={page => setFilters({ page })}
        empty={<EmptyState title={t('nobody')}>{t(`nobodyWords.${list}`)}</EmptyState>}
      >
        {(shown, selected) => <CertificateRows rows={shown} selected={selected} label={heading} />}
      </ListFrame>
    </section>
  )
}
