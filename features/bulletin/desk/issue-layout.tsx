import { isMissing, useProblemText } from '@jianbao/ui'
import { App, Radio } from 'antd'
import { type IssueSummary, layouts } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'
import { useLayoutChoice } from './issue.queries.ts'

/** Set as a bulletin or as a magazine: one choice for the preview, the downloads and the public page. */
export function IssueLayout({ issue }: { issue: Pick<IssueSummary, 'id' | 'layout'> }) {
  const t = bulletinTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const choice = useLayoutChoice(issue.id)
  const say = (type: 'success' | 'error', content: string) =>
    void message.open({ key: 'layout', type, content })
  const choose = (layout: IssueSummary['layout']) =>
    choice.mutate(layout, {
      onSuccess: () => say('success', t('layoutChosen', { layout: t(`layout.${layout}`) })),
      onError: error => {
        // A missing issue takes the whole page, which then says so itself.
        if (!isMissing(error)) say('error', text(error))
      },
    })
  return (
    <section className={styles['card']} aria-labelledby="issue-layout">
      <div className={styles['cardHead']}>
        <h2 id="issue-layout">{t('layout')}</h2>
        <Radio.Group
          aria-labelledby="issue-layout"
          optionType="button"
          disabled={choice.isPending}
          value={choice.isPending ? choice.variables : issue.layout}
          onChange={event => choose(event.target.value)}
          options={layouts.map(value => ({ value, label: t(`layout.${value}`) }))}
        />
      </div>
      <p className={styles['note']}>{t(`layoutNote.${issue.layout}`)}</p>
    </section>
  )
}
