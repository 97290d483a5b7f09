import { administratorRoles, businessRoles, type DeskRole, useRoleWords } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { App, Radio } from 'antd'
import { useId, useState } from 'react'
import type { Person } from '../../contract/index.ts'
import { ActDialog } from '../act-dialog.tsx'
import { type PickedUnit, UnitPicker } from '../unit-picker.tsx'
import { unitQuery } from '../units/unit.queries.ts'
import styles from './person.module.css'
import { usePeopleActs } from './person.queries.ts'
import { personTexts } from './person.texts.ts'

type GrantDialogProps = { readonly person: Person; readonly onClose: () => void }

/** A role in a unit: which unit, and which role, each with a sentence of what it lets one do. */
export function GrantDialog({ person, onClose }: GrantDialogProps) {
  const t = personTexts.useTexts()
  const roleWords = useRoleWords()
  const { message } = App.useApp()
  const { grant } = usePeopleActs()
  // Their own unit to begin with; null once somebody wants another.
  const own = useQuery(unitQuery(person.unitId)).data
  const [chosen, setChosen] = useState<PickedUnit | null | undefined>(undefined)
  const [role, setRole] = useState<DeskRole | null>(null)
  const unit = chosen === undefined ? (own?.state === 'active' ? own : null) : chosen
  const held = [...new Set(person.posts.map(post => post.role))]
  return (
    <ActDialog
      title={t('grantTitle', { name: person.name })}
      confirm={t('act.grant')}
      cancel={t('cancel')}
      overtaken={t('overtaken')}
      blocked={!unit || !role || person.posts.some(post => post.unitId === unit.id && post.role === role)}
      onClose={onClose}
      onConfirm={async () => {
        if (!unit || !role) return
        await grant(person.id, { role, unitId: unit.id })
        void message.success(t('granted', { role: roleWords(role), unit: unit.name }))
      }}
    >
      <UnitPicker label={t('grantUnit')} value={unit} onChange={setChosen} />
      {held.length > 0 ? (
        <p className={styles['soft']}>{t('grantExclusive', { roles: held.map(roleWords).join('、') })}</p>
      ) : null}
      <RoleChoice
        held={held}
        there={person.posts.filter(post => post.unitId === unit?.id).map(post => post.role)}
        value={role}
        onChange={setRole}
      />
      <p className={styles['soft']}>{t('grantReach')}</p>
    </ActDialog>
  )
}

type RoleChoiceProps = {
  readonly held: readonly DeskRole[]
  /** Held in the chosen unit already. */
  readonly there: readonly DeskRole[]
  readonly value: DeskRole | null
  readonly onChange: (role: DeskRole) => void
}

/** Roles that fit those held already; the server decides all the same. */
function RoleChoice({ held, there, value, onChange }: RoleChoiceProps) {
  const t = personTexts.useTexts()
  const roleWords = useRoleWords()
  const title = useId()
  const administers = held.filter(role => administratorRoles.includes(role))
  const groups = [
    { label: t('grantBusiness'), roles: administers.length === 0 ? businessRoles : [] },
    {
      label: t('grantAdministrators'),
      roles: held.length === 0 ? administratorRoles : administers,
    },
  ]
  return (
    <fieldset className={styles['roles']} aria-labelledby={title}>
      <legend id={title}>{t('grantRole')}</legend>
      <Radio.Group value={value} onChange={event => onChange(event.target.value)}>
        {groups
          .filter(group => group.roles.length > 0)
          .map(group => (
            <div key={group.label} className={styles['roleGroup']}>
              <p className={styles['quiet']}>{group.label}</p>
              {group.roles.map(role => (
                <Radio key={role} value={role} disabled={there.includes(role)}>
                  <strong>{roleWords(role)}</strong>
                  <span className={styles['roleNote']}>
                    {t(there.includes(role) ? 'grantThere' : `role.${role}`)}
                  </span>
                </Radio>
              ))}
            </div>
          ))}
      </Radio.Group>
    </fieldset>
  )
}
