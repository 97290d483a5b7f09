import { FormField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { type ContestChoices, type ContestRules, identityKinds } from '../../contract/index.ts'
import { identityWaysQuery } from '../identity/entry-codes.queries.ts'
import { identityTexts } from '../identity/identity.texts.ts'
import { freshKey, replaced, type SetRules, without } from './contest-values.ts'
import { EntryList } from './entry-list.tsx'
import { FaultLines } from './fault-lines.tsx'
import { NumberField } from './number-field.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type StepIdentityProps = {
  readonly rules: ContestRules
  readonly choices: ContestChoices
  readonly onRules: SetRules
}

const asked = ['required', 'optional', 'none'] as const

export function StepIdentity({ rules, choices: { providers }, onRules }: StepIdentityProps) {
  const t = setupTexts.useTexts()
  const ways = identityTexts.useTexts()
  const { identity, groups } = rules
  const { data: offered } = useQuery(identityWaysQuery)
  const lacking = (kind: string) => kind === 'phone' && offered?.phone === false
  const first = providers[0]?.key ?? null
  return (
    <>
      <div className={styles['field']} role="radiogroup" aria-label={t('identityKind')}>
        <span className={styles['label']}>{t('identityKind')}</span>
        <Radio.Group
          className={styles['ways'] ?? ''}
          value={identity.kind}
          onChange={event => {
            const kind = event.target.value as ContestRules['identity']['kind']
            onRules({ identity: { kind, provider: kind === 'oauth' ? first : null } })
          }}
        >
          {identityKinds.map(kind => (
            <Radio key={kind} value={kind} disabled={lacking(kind) && identity.kind !== kind}>
              {t(`identity.${kind}`)}
              <span className={styles['faint']}>
                {lacking(kind) ? ways('phoneOff') : t(`identityHint.${kind}`)}
              </span>
            </Radio>
          ))}
        </Radio.Group>
      </div>
      {identity.kind === 'oauth' ? (
        <FormField label={t('provider')} hint={providers.length ? undefined : t('noProviders')}>
          <Select
            value={identity.provider}
            onChange={provider => onRules({ identity: { kind: 'oauth', provider } })}
            options={providers.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </FormField>
      ) : null}
      <FaultLines at="identity" />
      <FormField label={t('units')}>
        <Select
          value={rules.units}
          onChange={units => onRules({ units })}
          options={asked.map(value => ({ value, label: t(`units.${value}`) }))}
        />
      </FormField>
      <FaultLines at="units" />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={rules.teamSize !== null}
          onChange={event => onRules({ teamSize: event.target.checked ? 5 : null })}
        />
        {t('teams')}
      </label>
      {rules.teamSize === null ? null : (
        <NumberField
          label={t('teamSize')}
          min={2}
          max={100}
          value={rules.teamSize}
          onChange={teamSize => onRules({ teamSize })}
        />
      )}
      <EntryList
        label={t('groups')}
        hint={t('groupsHint')}
        entries={groups}
        keyOf={({ key }) => key}
        nameOf={(group, at) => group.name || t('group', { no: at + 1 })}
        add={t('addGroup')}
        most={20}
        onAdd={() =>
          onRules({
            groups: [...groups, { key: freshKey(groups, 'g'), name: t('group', { no: groups.length + 1 }) }],
          })
        }
        onRemove={at => onRules({ groups: without(groups, at) })}
      >
        {(group, at) => (
          <>
            <FormField label={t('groupName')} problem={group.name.trim() ? null : t('must')}>
              <Input
                maxLength={40}
                value={group.name}
                onChange={event => onRules({ groups: replaced(groups, at, { name: event.target.value }) })}
              />
            </FormField>
            <FaultLines at={`groups.${at}`} />
          </>
        )}
      </EntryList>
    </>
  )
}
