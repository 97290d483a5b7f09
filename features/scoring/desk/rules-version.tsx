import { StateTag } from '@jianbao/ui'
import type { ScoredCampaign, ScoringVersion } from '../contract/index.ts'
import { useRuleSections } from './rule-words.ts'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'

type RulesVersionProps = {
  readonly campaign: ScoredCampaign
  readonly version: ScoringVersion
  /** The one that takes its place. */
  readonly next: ScoringVersion | null
  readonly today: string
}

export function RulesVersion({ campaign, version, next, today }: RulesVersionProps) {
  const t = scoringTexts.useTexts()
  const sections = useRuleSections(campaign)(version)
  const state = version.from > today ? 'coming' : next && next.from <= today ? 'former' : 'current'
  const tones = { coming: 'busy', former: 'quiet', current: 'good' } as const
  return (
    <section className={`${styles['card']} ${styles['version']}`} aria-label={version.name}>
      <h2>
        {version.name}
        <StateTag tone={tones[state]}>{t(state)}</StateTag>
        <span className={styles['faint']}>
          {next
            ? t('fromTo', { from: version.from, to: dayBefore(next.from) })
            : t('from', { day: version.from })}
        </span>
      </h2>
      {version.basis ? <p>{t('basis', { basis: version.basis })}</p> : null}
      {version.notes ? <p>{version.notes}</p> : null}
      <h3>{t('section.general')}</h3>
      <ul>
        <li>{t(`same.${version.sameReport}`)}</li>
        <li>{t(version.unsignedIsUsed ? 'signed.used' : 'signed.unused')}</li>
      </ul>
      {sections.map(({ title, rows }) => (
        <div key={title}>
          <h3>{title}</h3>
          <table className={styles['rules']} aria-label={title}>
            <thead>
              <tr>
                <th>{t('rule')}</th>
                <th>{t('applies')}</th>
                <th>{t('value')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, applies, value }) => (
                <tr key={id}>
                  <td>{name}</td>
                  <td>{applies}</td>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      {version.classes?.length ? <Classes campaign={campaign} version={version} /> : null}
    </section>
  )
}

function Classes({ campaign, version }: Pick<RulesVersionProps, 'campaign' | 'version'>) {
  const t = scoringTexts.useTexts()
  const groups = new Map(campaign.groups.map(({ id, name }) => [id, name]))
  const kinds = t as (key: string) => string
  return (
    <>
      <h3>{t('classes')}</h3>
      <ul>
        {version.classes?.map(({ id, name, kinds: of, groups: named }) => {
          const words = [
            ...(of ?? []).map(kind => kinds(`unitKind.${kind}`)),
            ...(named ?? []).map(group => groups.get(group) ?? group),
          ]
          return <li key={id}>{t('classKinds', { name, of: words.join(t('comma')) || t('classRest') })}</li>
        })}
      </ul>
    </>
  )
}

function dayBefore(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - 1)
  return at.toISOString().slice(0, 10)
}
