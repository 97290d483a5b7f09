import { FormDrawer } from '@jianbao/organisation/desk/parts'
import { FormField, useSending } from '@jianbao/ui'
import { App, Input } from 'antd'
import { useState } from 'react'
import { type ContestRecord, type ContestRules, rulesFaults } from '../../contract/index.ts'
import { useContestDeed } from './contest.queries.ts'
import { FaultLines, Faults } from './fault-lines.tsx'
import { MomentField } from './moment-field.tsx'
import { HoursFields, SessionFields } from './session-fields.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

const aboutTimes = /^(closesAt|hours|sessions|groups)/

/** What may change while people play: times and words. */
export function AmendDrawer(props: { readonly contest: ContestRecord; readonly onClose: () => void }) {
  const { contest, onClose } = props
  const t = setupTexts.useTexts()
  const { message } = App.useApp()
  const deed = useContestDeed(contest)
  const sending = useSending(onClose)
  const [title, setTitle] = useState(contest.title)
  const [about, setAbout] = useState(contest.about)
  const [rules, setRules] = useState<ContestRules>(contest.rules)
  const change = (more: Partial<ContestRules>) => setRules({ ...rules, ...more })
  const all = rulesFaults(rules, [], { now: new Date(), providers: [] })
  const faults = all.filter(({ at, hint }) => aboutTimes.test(at) && !hint)
  const lacking = title.trim().length < 2
  const save = () => {
    if (lacking || faults.length) return
    const { closesAt, hours, sessions } = rules
    void sending.send(async () => {
      await deed.mutateAsync({ act: 'amend', title: title.trim(), about, closesAt, hours, sessions })
      void message.success(t('amended'))
    })
  }
  return (
    <FormDrawer
      title={t('amendTitle')}
      save={t('save')}
      cancel={t('cancel')}
      overtaken={t('overtaken')}
      sending={sending}
      onSend={save}
      onClose={onClose}
    >
      <Faults value={faults}>
        <p className={styles['note']}>{t('amendNote')}</p>
        <FormField label={t('title')} problem={lacking ? t('must') : null}>
          <Input maxLength={80} value={title} onChange={event => setTitle(event.target.value)} />
        </FormField>
        <MomentField
          label={t('closesAt')}
          hint={t('timeHint')}
          value={rules.closesAt}
          onChange={closesAt => change({ closesAt })}
        />
        <FaultLines at="closesAt" />
        <HoursFields rules={rules} onRules={change} />
        {rules.sessions.length ? <SessionFields rules={rules} onRules={change} /> : null}
        <FormField label={t('about')} hint={t('aboutHint')}>
          <Input.TextArea
            autoSize={{ minRows: 5, maxRows: 16 }}
            maxLength={4000}
            value={about}
            onChange={event => setAbout(event.target.value)}
          />
        </FormField>
      </Faults>
    </FormDrawer>
  )
}
