import { isMissing, useProblemText } from '@jianbao/ui'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { Issue } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'
import { type PublicationAct, useDoubts, usePublication } from './issue.queries.ts'
import { PublicationTag } from './issue-rows.tsx'
import { publicationDoubts } from './publication-doubts.ts'

const acts = ['publish', 'withdraw'] as const

/** Who can see this issue, and the buttons that the server says the caller may press. */
export function IssuePublication({ issue }: { issue: Issue }) {
  const t = bulletinTexts.useTexts()
  const text = useProblemText()
  const { message, modal } = App.useApp()
  const publication = usePublication(issue.id)
  const findDoubts = useDoubts()
  const act = (name: PublicationAct) =>
    publication.mutate(name, {
      onSuccess: () => say('success', t(name === 'publish' ? 'publishedNow' : 'withdrawnNow')),
      onError: fail,
    })
  // One place for what was done last: “published” and “withdrawn” never stand together.
  const say = (type: 'success' | 'error', content: string) =>
    void message.open({ key: 'publication', type, content })
  const fail = (error: unknown) => {
    // A missing issue takes the whole page, which then says so itself.
    if (!isMissing(error)) say('error', text(error))
  }
  const publish = useMutation({
    mutationFn: async () => publicationDoubts(issue, await findDoubts(issue)),
    onError: fail,
    onSuccess: doubts => {
      if (doubts.length === 0) return act('publish')
      modal.confirm({
        title: t('publishTitle'),
        content: (
          <ul className={styles['doubts']}>
            {doubts.map(doubt => (
              <li key={doubt.about}>{t(doubt.about, { count: 'count' in doubt ? doubt.count : 1 })}</li>
            ))}
          </ul>
        ),
        okText: t('publishAnyway'),
        cancelText: t('publishLater'),
        focusable: { autoFocusButton: 'cancel' },
        onOk: () => act('publish'),
      })
    },
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
            <Button
              key={name}
              loading={publication.isPending || publish.isPending}
              onClick={() => (name === 'publish' ? publish.mutate() : act(name))}
            >
              {t(name)}
            </Button>
          ))}
        {issue.published ? <a href={`/issues/${issue.id}`}>{t('seePublic')}</a> : null}
      </div>
    </section>
  )
}
