import { FormField } from '@jianbao/ui'
import { Input, Select } from 'antd'
import type { ContestRules } from '../../contract/index.ts'
import { freshKey, replaced, type SetRules, without } from './contest-values.ts'
import { EntryList } from './entry-list.tsx'
import { FaultLines } from './fault-lines.tsx'
import { MomentField } from './moment-field.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type TimesProps = {
  readonly rules: Pick<ContestRules, 'opensAt' | 'closesAt' | 'hours' | 'sessions' | 'groups'>
  readonly onRules: SetRules
}

/** 场次 of a sitting or a live final. */
export function SessionFields({ rules, onRules }: TimesProps) {
  const t = setupTexts.useTexts()
  const { sessions, groups } = rules
  const change = (next: ContestRules['sessions']) => onRules({ sessions: next })
  return (
    <EntryList
      label={t('sessions')}
      hint={t('sessionsHint')}
      entries={sessions}
      keyOf={({ key }) => key}
      nameOf={(session, at) => session.name || t('session', { no: at + 1 })}
      add={t('addSession')}
      most={50}
      onAdd={() =>
        change([
          ...sessions,
          {
            ...{
              key: freshKey(sessions, 's'),
              name: t('session', { no: sessions.length + 1 }),
              groups: [],
            },
            ...{ opensAt: rules.opensAt, closesAt: rules.closesAt },
          },
        ])
      }
      onRemove={at => change(without(sessions, at))}
    >
      {(session, at) => (
        <>
          <div className={styles['pair']}>
            <FormField label={t('sessionName')} problem={session.name.trim() ? null : t('must')}>
              <Input
                maxLength={40}
                value={session.name}
                onChange={event => change(replaced(sessions, at, { name: event.target.value }))}
              />
            </FormField>
            {groups.length ? (
              <FormField label={t('sessionGroups')}>
                <Select
                  mode="multiple"
                  placeholder={t('allGroups')}
                  value={session.groups}
                  onChange={its => change(replaced(sessions, at, { groups: its }))}
                  options={groups.map(({ key, name }) => ({ value: key, label: name }))}
                />
              </FormField>
            ) : null}
            <MomentField
              label={t('opensAt')}
              value={session.opensAt}
              onChange={opensAt => change(replaced(sessions, at, { opensAt }))}
            />
            <MomentField
              label={t('closesAt')}
              value={session.closesAt}
              onChange={closesAt => change(replaced(sessions, at, { closesAt }))}
            />
          </div>
          <FaultLines at={`sessions.${at}`} />
        </>
      )}
    </EntryList>
  )
}

/** Only some hours of each day. */
export function HoursFields({
  rules: { hours },
  onRules,
}: Pick<TimesProps, 'onRules'> & { rules: Pick<ContestRules, 'hours'> }) {
  const t = setupTexts.useTexts()
  return (
    <>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={hours !== null}
          onChange={event => onRules({ hours: event.target.checked ? { from: '08:00', to: '22:00' } : null })}
        />
        {t('hoursOnly')}
      </label>
      {hours ? (
        <div className={styles['pair']}>
          <FormField label={t('hoursFrom')}>
            <Input
              type="time"
              value={hours.from}
              onChange={event =>
                event.target.value && onRules({ hours: { ...hours, from: event.target.value } })
              }
            />
          </FormField>
          <FormField label={t('hoursTo')}>
            <Input
              type="time"
              value={hours.to}
              onChange={event =>
                event.target.value && onRules({ hours: { ...hours, to: event.target.value } })
              }
            />
          </FormField>
        </div>
      ) : null}
      <FaultLines at="hours" />
    </>
  )
}
