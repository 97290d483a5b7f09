import { AbsentRecord, formatCount, formatInstant, isMissing, PageHeader } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ContestFigure, contestMeasures } from '../../contract/index.ts'
import { CopySentence } from './copy-sentence.tsx'
import { BackToNumbers } from './player-list.page.tsx'
import { Count } from './series-card.tsx'
import styles from './statistics.module.css'
import { figureQuery } from './statistics.queries.ts'
import { statisticsTexts } from './statistics.texts.ts'

/** What a sentence of a bulletin was taken from: the measures as they stood, and what they count now. */
export default function FigurePage() {
  const t = statisticsTexts.useTexts()
  const { figure: id = '' } = useParams({ strict: false }) as { figure?: string }
  const figure = useQuery(figureQuery(id))
  if (!figure.data || isMissing(figure.error))
    return (
      <AbsentRecord
        query={figure}
        list="/contests"
        title={t('figureTitle')}
        back={t('back')}
        missing={t('figureMissing')}
        goList={t('goList')}
      />
    )
  return <OpenFigure figure={figure.data} />
}

function OpenFigure({ figure }: { readonly figure: ContestFigure }) {
  const t = statisticsTexts.useTexts()
  const { contest, value, now, countedAt } = figure
  const words = { people: t('people'), attempts: t('attempts'), views: t('viewed') }
  const lists = { people: '/contests/$id/players', attempts: '/contests/$id/attempts', views: null } as const
  return (
    <>
      <PageHeader
        title={t('figureTitle')}
        back={<BackToNumbers id={contest.id} title={contest.title} />}
        note={t('figureNote', { name: figure.byName, at: formatInstant(figure.at) })}
      />
      <div className={styles['overview']}>
        <section className={styles['card']} aria-labelledby="figure-sentence">
          <h2 id="figure-sentence">{t('figureSentence')}</h2>
          <CopySentence sentence={figure.sentence} />
        </section>
        <section className={styles['card']} aria-labelledby="figure-source">
          <h2 id="figure-source">{t('figureSource')}</h2>
          <p className={styles['note']}>{t('figureSourceWords', { title: contest.title })}</p>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('figureMeasure')}</th>
                <th scope="col">{t('figureThen')}</th>
                <th scope="col">{t('figureNow')}</th>
              </tr>
            </thead>
            <tbody>
              {contestMeasures.map(measure => {
                const list = lists[measure]
                return (
                  <tr key={measure}>
                    <th scope="row">{words[measure]}</th>
                    <td>{formatCount(value[measure])}</td>
                    <td>
                      {list ? (
                        <Count to={list} id={contest.id} search={{}} count={now[measure]} />
                      ) : (
                        formatCount(now[measure])
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
          {countedAt ? (
            <p className={styles['note']}>{t('figureCounted', { at: formatInstant(countedAt) })}</p>
          ) : null}
        </section>
      </div>
    </>
  )
}
