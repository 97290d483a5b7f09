import { formatCount } from '@jianbao/ui'
import type { ContestPlace, ContestStatistics } from '../../contract/index.ts'
import { Count } from './series-card.tsx'
import styles from './statistics.module.css'
import { statisticsTexts } from './statistics.texts.ts'

type ScoreProps = Pick<ContestStatistics, 'scores'> & { readonly id: string; readonly place: ContestPlace }

/** How many players have how many points: a bar beside each number, which opens its players. */
export function ScoreTable({ id, scores, place }: ScoreProps) {
  const t = statisticsTexts.useTexts()
  if (scores.length === 0) return null
  const most = Math.max(1, ...scores.map(({ people }) => people))
  return (
    <section className={styles['card']} aria-labelledby="contest-scores">
      <h2 id="contest-scores">{t('scores')}</h2>
      <table className={styles['table']} aria-label={t('scoresChart')}>
        <thead>
          <tr>
            <th scope="col">{t('colScore')}</th>
            <th scope="col">{t('people')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {scores.map(({ from, to, people }) => (
            <tr key={from}>
              <th scope="row">{t('scoreRange', { from: formatCount(from), to: formatCount(to) })}</th>
              <td>
                <Count to="/contests/$id/players" id={id} search={{ ...place, from, to }} count={people} />
              </td>
              <td className={styles['barCell']} aria-hidden="true">
                <i style={{ inlineSize: `${(people / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['note']}>{t('scoresNote')}</p>
    </section>
  )
}

type GroupProps = Pick<ContestStatistics, 'groups'> & { readonly id: string; readonly place: ContestPlace }

export function GroupTable({ id, groups, place }: GroupProps) {
  const t = statisticsTexts.useTexts()
  if (groups.length === 0) return null
  return (
    <section className={styles['card']} aria-labelledby="contest-groups">
      <h2 id="contest-groups">{t('groups')}</h2>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('colGroup')}</th>
            <th scope="col">{t('people')}</th>
            <th scope="col">{t('attempts')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ group, name, people, attempts }) => (
            <tr key={group}>
              <th scope="row">{name}</th>
              <td>
                <Count to="/contests/$id/players" id={id} search={{ ...place, group }} count={people} />
              </td>
              <td>
                <Count to="/contests/$id/attempts" id={id} search={{ ...place, group }} count={attempts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
