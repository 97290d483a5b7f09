import { useProblemText } from '@jianbao/ui'
import { App, Button } from 'antd'
import type { IssueSummary } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'
import { type PublicationAct, usePublication } from './issue.queries.ts'
import { PublicationTag } from './issue-rows.tsx'

const acts = ['publish', 'withdraw'] as const

/** Who can see this issue, and the buttons that the server says the caller may press. */
export function IssuePublication({ issue }: { issue: IssueSummary }) {
  const t = bulletinTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const publication = usePublication(issue.id)
  const act = (name: PublicationAct) =>
    publication.mutate(name, {
      onSuccess: () => void message.success(t(name === 'publish' ? 'publishedNow' : 'withdrawnNow')),
      onError: error => void message.error(text(error)),
    })
  return (
    <section className={styles['card']} aria-labelledby="issue-publication">
      <div className={styles['cardHead']}>
        <h2 id="issue-publication">{t('publishing')}</h2>
        <PublicationTag issue={issue} />
      </div>
      <p className={styles['note']}>{t(issue.published ? 'publishedNote' : 'unpublishedNote')}</p>
      <div className={styles['buttons']}>
        {acts
          .filter(name => issue.may.includes(name))
          .map(name => (
            <Button key={name} loading={publication.isPending} onClick={() => act(name)}>
              {t(name)}
            </Button>
          ))}
        {issue.published ? <a href={`/issues/${issue.id}`}>{t('seePublic')}</a> : null}
      </div>
    </section>
  )
}
