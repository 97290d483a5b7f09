import { letterOf, type PreviewQuestion } from '../../contract/index.ts'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type Shown = Pick<
  PreviewQuestion,
  'type' | 'stem' | 'options' | 'answer' | 'explanation' | 'source' | 'category'
> & { readonly order?: readonly number[] }

/** One question as a player sees it, with what is right marked for the office. */
export function PaperQuestion({ question }: { readonly question: Shown }) {
  const t = setupTexts.useTexts()
  const { type, stem, options, answer, explanation, source } = question
  const order = question.order ?? options.map((_, place) => place)
  return (
    <>
      <p className={styles['stem']}>
        <span className={styles['quiet']}>{t(`type.${type}`)}</span> {stem}
      </p>
      {type === 'fill-in' ? (
        <p className={styles['right']}>
          {t('answer')}：{(answer as string[][]).map(wordings => wordings.join(' / ')).join('；')}
        </p>
      ) : (
        <ol className={styles['options']}>
          {order.map((place, at) => {
            const right = (answer as number[]).includes(place)
            return (
              <li key={place} data-right={right}>
                <span aria-hidden="true">{letterOf(at)}</span> {options[place]}
                {right ? <span className={styles['mark']}>✓ {t('answer')}</span> : null}
              </li>
            )
          })}
        </ol>
      )}
      {explanation ? (
        <p className={styles['quiet']}>
          {t('explanation')}：{explanation}
        </p>
      ) : null}
      {source ? (
        <p className={styles['quiet']}>
          {t('source')}：{source}
        </p>
      ) : null}
    </>
  )
}
