import { PageTurner, ProblemNotice, SearchField, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { Draw, RegisterQuery } from '../../contract/index.ts'
import styles from './draw.module.css'
import { registerQuery } from './draw.queries.ts'
import { drawTexts } from './draw.texts.ts'

/** The frozen register, to look a unit up in; those that were drawn stand first. */
export function DrawRegister({ draw: { id, strata } }: { readonly draw: Draw }) {
  const t = drawTexts.useTexts()
  const [filters, setFilters] = useFilters<RegisterQuery>()
  const register = useQuery(registerQuery(id, filters))
  return (
    <section className={`${styles['card']} ${styles['unprinted']}`} aria-labelledby="draw-register">
      <h2 id="draw-register">{t('register')}</h2>
      <div className={styles['line']}>
        <SearchField
          value={filters.q ?? ''}
          label={t('registerSearch')}
          onSearch={q => setFilters({ q: q || undefined })}
        />
        {strata.length > 1 ? (
          <Select
            className={styles['select'] ?? ''}
            aria-label={t('stratum')}
            value={filters.stratum ?? ''}
            onChange={stratum => setFilters({ stratum: stratum || undefined })}
            options={[
              { value: '', label: t('tab.all') },
              ...strata.map(({ name }) => ({ value: name, label: name })),
            ]}
          />
        ) : null}
      </div>
      {register.error ? (
        <ProblemNotice error={register.error} onRetry={() => void register.refetch()} />
      ) : null}
      {register.data?.rows.length ? (
        <>
          <div className={styles['wide']}>
            <table className={styles['table']} aria-label={t('registerList')}>
              <thead>
                <tr>
                  <th scope="col">{t('unit')}</th>
                  <th scope="col">{t('code')}</th>
                  <th scope="col">{t('stratum')}</th>
                  <th scope="col">{t('drawnOf')}</th>
                </tr>
              </thead>
              <tbody>
                {register.data.rows.map(({ code, name, stratum, place }) => (
                  <tr key={code}>
                    <th scope="row">{name}</th>
                    <td>{code}</td>
                    <td>{stratum}</td>
                    <td>{place === null ? '' : t('drawnMark', { place })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <PageTurner {...register.data} onTurn={page => setFilters({ page })} />
        </>
      ) : register.data ? (
        <p className={styles['hint']}>{t('registerNone')}</p>
      ) : null}
    </section>
  )
}
