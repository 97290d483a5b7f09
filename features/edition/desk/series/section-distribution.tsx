import { useState } from 'react'
import { type DistributionRow, distributionKinds, type Recipient } from '../../contract/index.ts'
import { AddRecipients } from './add-recipients.tsx'
import { RecipientRow } from './recipient-row.tsx'
import { Section } from './section.tsx'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'
import type { SeriesForm } from './use-series-form.ts'

type Kind = DistributionRow['to']

export function DistributionSection({ form }: { readonly form: SeriesForm }) {
  const t = seriesTexts.useTexts()
  const { words, change, series, editable } = form
  const [adding, setAdding] = useState<Kind | null>(null)
  const of = (to: Kind): Recipient[] => words.distribution.find(row => row.to === to)?.recipients ?? []
  const put = (to: Kind, recipients: Recipient[]) =>
    change({
      distribution: distributionKinds.map(kind => ({
        to: kind,
        recipients: kind === to ? recipients : of(kind),
      })),
    })
  return (
    <Section title={t('distribution')} note={t('distributionNote')}>
      {series.addressesShown ? null : <p className={styles['faint']}>{t('addressesHidden')}</p>}
      {distributionKinds.map(to => (
        <RecipientRow
          key={to}
          to={to}
          recipients={of(to)}
          warnings={series.warnings.filter(warning => warning.to === to)}
          editable={editable}
          onAdd={() => setAdding(to)}
          onChange={recipients => put(to, recipients)}
        />
      ))}
      {adding ? (
        <AddRecipients
          to={adding}
          taken={of(adding)}
          onAdd={more => {
            put(adding, withMore(of(adding), more))
            setAdding(null)
          }}
          onClose={() => setAdding(null)}
        />
      ) : null}
    </Section>
  )
}

/** Nobody stands in a row twice. */
function withMore(before: readonly Recipient[], more: readonly Recipient[]): Recipient[] {
  const all = [...before]
  for (const recipient of more) {
    const there = all.some(
      each => each.name === recipient.name || (each.unitId !== null && each.unitId === recipient.unitId),
    )
    if (!there) all.push(recipient)
  }
  return all
}
