import { useQuery } from '@tanstack/react-query'
import type { UnitStory } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { BarList } from './bar-list.tsx'
import { figuresQuery, spreadQuery, timelineQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import type { UnitFilters } from './unit-deeds.tsx'

type UnitFactsProps = { readonly story: UnitStory; readonly filters: UnitFilters }

/** The numbers of a unit: by type, by column, by measure, with whom; each opens what it counts. */
export function UnitFacts({ story, filters }: UnitFactsProps) {
  const t = findTexts.useTexts()
  const facts = archiveTexts.useTexts()
  const timeline = useQuery(timelineQuery(filters))
  const spread = useQuery(spreadQuery(filters))
  const figures = useQuery(figuresQuery({ ...filters, pageSize: 1 }))
  return (
    <>
      <BarList
        title={t('byType')}
        rows={(timeline.data?.types ?? []).map(({ type, events }) => ({
          key: type,
          name: facts(`event.${type}`),
          count: events,
          target: { to: '/events', search: { ...filters, type } },
        }))}
      />
      <BarList
        title={t('byMeasure')}
        rows={(figures.data?.measures ?? []).map(row => ({
          key: row.measure,
          name: facts(`measure.${row.measure}`),
          count: row.figures,
          target: { to: '/figures', search: { ...filters, measure: row.measure } },
        }))}
      />
      <BarList
        title={t('byColumn')}
        rows={(spread.data?.columns ?? []).map(({ name, hits }) => ({
          key: name ?? '',
          name: name ?? t('noColumn'),
          count: hits,
          target: {
            to: '/search',
            search: { ...filters, ...(name === null ? { without: 'column' } : { column: name }) },
          },
        }))}
      />
      <BarList
        title={t('partners')}
        rows={story.partners.map(({ name, events }) => ({
          key: name,
          name,
          count: events,
          target: { to: '/events', search: { unit: story.name, unitOnly: true, partner: name } },
        }))}
      />
    </>
  )
}
